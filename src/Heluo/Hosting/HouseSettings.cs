using Heluo.Storage;

namespace Heluo.Hosting;

/// <summary>What a house is built from. Everything that differs between one house and another stands here.</summary>
/// <param name="Mode">Demo or serve.</param>
/// <param name="Data">Folder of the store and the keys; made when missing.</param>
/// <param name="City">Folder of the city's pack; <see cref="KeptCity"/> for the one the store has kept.</param>
internal sealed record HouseSettings(HouseMode Mode, string Data, string City)
{
    /// <summary>Stands for the city that the store was last served with. For tending only.</summary>
    public const string KeptCity = "";

    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Where to listen, one or more addresses separated by semicolons; port 0 takes any free one.</summary>
    public string Urls { get; init; } = DefaultUrl;

    /// <summary>
    /// The machine's clock, by which a house that serves lives. This line is the one place that names it.
    /// </summary>
#pragma warning disable RS0030 // the host names the clock once
    public static TimeProvider Wall { get; } = TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>The clock the house lives by.</summary>
    public TimeProvider Clock { get; init; } = Wall;

    /// <summary>The time a demo city is to live in; null keeps the time as it was left.</summary>
    public string? At { get; init; }

    /// <summary>Seed of the generated city; the same seed gives the same city.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Size of the generated city.</summary>
    public CitySize Size { get; init; } = CitySize.Small;

    /// <summary>Values that stand above the environment and the file of the data folder; tests use it.</summary>
    public IReadOnlyDictionary<string, string?> Overrides { get; init; } = new Dictionary<string, string?>();

    /// <summary>Whether whoever starts the house has looked at the clock and says that it is right.</summary>
    public bool TimeIsRight { get; init; }

    /// <summary>Where the journal lies in PostgreSQL, a connection string; null: in the data folder. Keys lie in the
    /// data folder either way. A demo has a store of its own and never looks at it.</summary>
    public string? Store { get; init; }

    /// <summary>What new keys, hashes and signatures are made with.</summary>
    public CryptoSuite Crypto { get; init; } = CryptoSuite.International;

    /// <summary>Where signed checkpoints go; null: into the data folder.</summary>
    public string? Checkpoints { get; init; }

    /// <summary>What stands between the store and its database: a fault of a trial; null: nothing.</summary>
    public Func<IDialect, IDialect>? AroundStore { get; init; }

    public bool IsDemo => Mode == HouseMode.Demo;
}
