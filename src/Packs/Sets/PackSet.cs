using System.Collections.Frozen;
using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>
/// A pack together with the packs it requires, read and merged: immutable, shared by all threads, known by its hash. A
/// case keeps the hash of the set it began under.
/// </summary>
public sealed class PackSet
{
    private readonly FrozenDictionary<PackKind, object> definitions;
    private readonly ImmutableArray<PackSource> sources;

    internal PackSet(
        ImmutableArray<PackSource> sources, IEnumerable<KeyValuePair<PackKind, object>> definitions, PackFaults faults)
    {
        this.sources = sources;
        this.definitions = definitions.ToFrozenDictionary();
        Hash = PackHash.Of(sources);
        Bytes = sources.Sum(source => source.Files.Sum(file => (long)file.Content.Length));
        Packs = [.. sources.Select(source => source.Header)];
        Calendars = PackCalendars.Build(Get(CalendarPart.Kind), Get(PlacedClosure.Kind), City, faults);
        Calendar = City is { } city ? Calendars.GetValueOrDefault(city.Calendar)
            : Calendars.Count == 1 ? Calendars.Values.Single() : null;
    }

    /// <summary>SHA-256 over the names and contents of every source file, 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>The headers of all packs, base packs first, the pack itself last.</summary>
    public ImmutableArray<PackHeader> Packs { get; }

    /// <summary>The header of the pack itself.</summary>
    public PackHeader Header => Packs[^1];

    /// <summary>
    /// The header of the pack that is the city: the pack itself, or the last of those it builds on that says so, so
    /// that a scenario may stand on a city. Null when none is a city.
    /// </summary>
    public PackHeader? CityHeader => Packs.LastOrDefault(pack => pack.City is not null);

    /// <summary>The city's settings; null when no pack is a city.</summary>
    public CitySettings? City => CityHeader?.City;

    /// <summary>The working calendars by name.</summary>
    public IReadOnlyDictionary<string, WorkCalendar> Calendars { get; }

    /// <summary>
    /// The city's working calendar with its closures; in a base pack the only one. Null when there is none or it is
    /// faulty.
    /// </summary>
    public WorkCalendar? Calendar { get; }

    /// <summary>The languages every text has, the default first.</summary>
    public ImmutableArray<string> Languages => Header.Languages;

    /// <summary>Bytes of all source files.</summary>
    internal long Bytes { get; }

    /// <summary>
    /// All source files in one compressed archive, without demo data and tests. Kept under <see cref="Hash"/> it is the
    /// pack version that a case began under; <see cref="PackReader.Open"/> reads it back.
    /// </summary>
    public byte[] Bundle() => PackBundle.Write(sources, Hash);

    /// <summary>The definitions of a kind.</summary>
    /// <exception cref="InvalidOperationException">The kind was not registered with the reader that read this
    /// set.</exception>
    public Definitions<T> Get<T>(PackKind<T> kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return definitions.TryGetValue(kind, out var found)
            ? (Definitions<T>)found
            : throw new InvalidOperationException($"The kind {kind.Name} was not registered with the pack reader.");
    }
}
