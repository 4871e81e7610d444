using System.Collections;
using System.Globalization;
using System.Text.Json;
using Heluo.Cel.Values;

namespace Heluo.Cel;

public readonly partial struct CelValue
{
    private const int DeepestInput = 128;

    /// <summary>The value of a .NET object: null, bool, integers, floating-point numbers and decimal, text, byte[],
    /// DateTimeOffset, TimeSpan, DateOnly and TimeOnly (as text), <see cref="JsonElement"/>, dictionaries with text
    /// keys, sequences, <see cref="CelRecord"/>, <see cref="CelValue"/>. Any other type or a nesting deeper than
    /// 128 throws <see cref="ArgumentException"/>.</summary>
    public static CelValue From(object? value) => From(value, DeepestInput);

    /// <summary>The value of JSON. Whole numbers become int (or uint, or double when too large), others double;
    /// an object becomes a map.</summary>
    public static CelValue From(JsonElement json) => JsonReading.Read(json, CelType.Dyn, DeepestInput);

    /// <summary>The value of JSON read as a declared type: numbers as int, uint or double, RFC 3339 text as
    /// timestamp, <c>1h30m</c> as duration, base64 as bytes, an object as a record whose fields are read when asked.
    /// What does not fit is an error value of code <c>cel.conversion</c>.</summary>
    public static CelValue From(JsonElement json, CelType type) => JsonReading.Read(json, type, DeepestInput);

    private static CelValue From(object? value, int depth) => value switch
    {
        null => Null,
        CelValue known => known,
        bool truth => Of(truth),
        string text => Of(text),
        int or long or short or sbyte or byte or ushort or uint =>
            Of(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong number => Of(number),
        double or float or decimal => Of(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        byte[] bytes => Of(bytes.AsSpan()),
        DateTimeOffset instant => Of(CelTimestamp.From(instant)),
        TimeSpan span => CelDuration.TryFrom(span, out var duration)
            ? Of(duration)
            : Fail(CelCodes.Range, "The time span does not fit a duration"),
        CelTimestamp timestamp => Of(timestamp),
        CelDuration duration => Of(duration),
        DateOnly day => Of(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeOnly time => Of(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)),
        JsonElement json => From(json),
        CelRecord record => Of(record),
        CelList list => Of(list),
        CelMap map => Of(map),
        IDictionary or IEnumerable when depth == 0 =>
            throw new ArgumentException("The value nests too deeply.", nameof(value)),
        IEnumerable<KeyValuePair<string, object?>> pairs => Of(CelMap.From(Pairs(pairs, depth))),
        IEnumerable<KeyValuePair<string, CelValue>> pairs => Of(CelMap.From(pairs)),
        IDictionary pairs => Of(CelMap.From(Pairs(pairs, depth))),
        IEnumerable items => Of(CelList.From(items.Cast<object?>().Select(item => From(item, depth - 1)))),
        _ => throw new ArgumentException($"A value of type {value.GetType()} has no meaning here.", nameof(value)),
    };

    private static IEnumerable<KeyValuePair<string, CelValue>> Pairs(
        IEnumerable<KeyValuePair<string, object?>> pairs, int depth) =>
        pairs.Select(pair => KeyValuePair.Create(pair.Key, From(pair.Value, depth - 1)));

    private static IEnumerable<KeyValuePair<string, CelValue>> Pairs(IDictionary pairs, int depth) =>
        pairs.Keys.Cast<object>().Select(key => KeyValuePair.Create(
            key as string ?? throw new ArgumentException("A dictionary needs text keys.", nameof(pairs)),
            From(pairs[key], depth - 1)));
}
