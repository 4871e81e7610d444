using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>
/// Asks a map for its keys, one call a key. The function that asks runs once with no map at all, to learn the keys for
/// the schema and to make the fallback; so it must build from any values, and judge them only through
/// <see cref="Fault"/>.
/// </summary>
public sealed class MapFields
{
    private readonly PackMap? map;
    private readonly ShapeReading? reading;
    private readonly MapDescription description;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    internal MapFields(MapDescription description, PackMap? map = null, ShapeReading? reading = null)
    {
        this.description = description;
        this.map = map;
        this.reading = reading;
    }

    /// <summary>Where the map stands.</summary>
    public PackAt At => map?.At ?? default;

    /// <summary>The key under which the map stands, e.g. the id of a stage under <c>stages</c>; empty in a
    /// list.</summary>
    public string Key => map?.Key ?? "";

    /// <summary>The id of the definition that the map is, or is a version of; empty within a definition.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>The number of the dated version that the map is; 0 elsewhere.</summary>
    public int Version { get; internal set; }

    /// <summary>When the dated version that the map is holds; always, elsewhere.</summary>
    public EffectivePeriod Effective { get; internal set; } = EffectivePeriod.Always;

    /// <summary>The languages of the pack, the default first.</summary>
    public ImmutableArray<string> Languages => reading?.Languages ?? [];

    internal ShapeReading? Reading => reading;

    /// <summary>Whether the map has the key.</summary>
    public bool Has(string key) => map?.Find(key) is not null;

    /// <summary>Where a key stands; the map's own place when it has no such key.</summary>
    public PackAt AtKey(string key) => map?.Find(key)?.At ?? At;

    /// <summary>The value of a key that must be there.</summary>
    public T Required<T>(string key, Shape<T> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (Ask(key, shape, required: true) is { } entry)
        {
            return shape.Read(entry.Value, reading!);
        }

        reading?.Fault(At, "pack.missing_key", $"The key \"{key}\" is missing.");
        return shape.Fallback;
    }

    /// <summary>The value of a key, or null when it is not there.</summary>
    public T? Optional<T>(string key, Shape<T> shape)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(shape);
        return Ask(key, shape, required: false) is { } entry ? shape.Read(entry.Value, reading!) : null;
    }

    /// <summary>The value of a key, or null when it is not there.</summary>
    public T? Optional<T>(string key, Shape<T> shape, T? otherwise = null)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(shape);
        return Ask(key, shape, required: false) is { } entry ? shape.Read(entry.Value, reading!) : otherwise;
    }

    /// <summary>The value of a key, or another when it is not there.</summary>
    public T Optional<T>(string key, Shape<T> shape, T otherwise)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return Ask(key, shape, required: false) is { } entry ? shape.Read(entry.Value, reading!) : otherwise;
    }

    /// <summary>The list under a key; empty when it is not there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="item">What each entry looks like.</param>
    /// <param name="max">The most entries.</param>
    /// <param name="by">What no two entries may share, e.g. their id; null when nothing.</param>
    public ImmutableArray<T> Many<T>(string key, Shape<T> item, int max, Func<T, string>? by = null) =>
        Optional(key, Shapes.List(item, max, by: by), []);

    /// <summary>Adds a fault at a key, or at the map when it has no such key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="code">Stable code, <c>room.reason</c>.</param>
    /// <param name="message">One English sentence.</param>
    public void Fault(string key, string code, string message) => reading?.Fault(AtKey(key), code, message);

    /// <summary>Adds a fault at a place within the same definition.</summary>
    public void FaultAt(PackAt at, string code, string message) => reading?.Fault(at, code, message);

    /// <summary>Adds the faults of keys that nobody asked for.</summary>
    internal void RefuseOthers()
    {
        foreach (var entry in map!.Entries)
        {
            if (!asked.Contains(entry.Key))
            {
                reading!.Fault(
                    entry.At,
                    "pack.unknown_key",
                    $"The key \"{Short.Of(entry.Key)}\" is not known here.{Short.DidYouMean(entry.Key, asked)}");
            }
        }
    }

    /// <summary>Tells the map which definition and version it belongs to.</summary>
    internal MapFields Within(string id, int version, EffectivePeriod effective)
    {
        (Id, Version, Effective) = (id, version, effective);
        return this;
    }

    private PackEntry? Ask<T>(string key, Shape<T> shape, bool required)
    {
        asked.Add(key);
        if (map is null)
        {
            description.Add(key, shape.Describe, required);
        }

        return map?.Find(key);
    }
}
