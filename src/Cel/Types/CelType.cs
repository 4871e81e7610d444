using System.Collections.Frozen;

namespace Heluo.Cel;

/// <summary>A static type of an expression, a variable or a function.</summary>
public sealed class CelType : IEquatable<CelType>
{
    private readonly FrozenDictionary<string, CelField>? _fields;

    private CelType(CelTypeKind kind, string name, params CelType[] parameters) =>
        (Kind, Name, Parameters) = (kind, name, parameters);

    private CelType(string name, List<CelField> fields) : this(CelTypeKind.Record, name)
    {
        Fields = fields;
        _fields = fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }

    /// <summary>Checked only when the expression runs.</summary>
    public static CelType Dyn { get; } = new(CelTypeKind.Dyn, "dyn");

    /// <summary>The type of <c>null</c>.</summary>
    public static CelType Null { get; } = new(CelTypeKind.Null, "null_type");

    /// <summary>True or false.</summary>
    public static CelType Bool { get; } = new(CelTypeKind.Bool, "bool");

    /// <summary>64-bit signed integer.</summary>
    public static CelType Int { get; } = new(CelTypeKind.Int, "int");

    /// <summary>64-bit unsigned integer.</summary>
    public static CelType Uint { get; } = new(CelTypeKind.Uint, "uint");

    /// <summary>IEEE 754 binary64.</summary>
    public static CelType Double { get; } = new(CelTypeKind.Double, "double");

    /// <summary>Unicode text.</summary>
    public static CelType String { get; } = new(CelTypeKind.String, "string");

    /// <summary>Octets.</summary>
    public static CelType Bytes { get; } = new(CelTypeKind.Bytes, "bytes");

    /// <summary>An instant; in expressions <c>google.protobuf.Timestamp</c>.</summary>
    public static CelType Timestamp { get; } = new(CelTypeKind.Timestamp, "google.protobuf.Timestamp");

    /// <summary>A length of time; in expressions <c>google.protobuf.Duration</c>.</summary>
    public static CelType Duration { get; } = new(CelTypeKind.Duration, "google.protobuf.Duration");

    /// <summary>What kind of type this is.</summary>
    public CelTypeKind Kind { get; }

    /// <summary>The name that <c>type(x)</c> shows: <c>int</c>, <c>list</c>, the name of a record.</summary>
    public string Name { get; }

    /// <summary>Element type of a list; key and value of a map; content of an optional.</summary>
    public IReadOnlyList<CelType> Parameters { get; }

    /// <summary>The fields of a record, in order; empty for any other type.</summary>
    public IReadOnlyList<CelField> Fields { get; } = [];

    internal bool IsDyn => Kind == CelTypeKind.Dyn;

    /// <summary>A list of <paramref name="element"/>.</summary>
    public static CelType List(CelType element) => new(CelTypeKind.List, "list", element);

    /// <summary>A map from <paramref name="key"/> (bool, int, uint, string or dyn) to
    /// <paramref name="value"/>.</summary>
    public static CelType Map(CelType key, CelType value) => new(CelTypeKind.Map, "map", key, value);

    /// <summary>A value of <paramref name="content"/> that may be absent.</summary>
    public static CelType Optional(CelType content) => new(CelTypeKind.Optional, "optional_type", content);

    /// <summary>The type of the type <paramref name="of"/> itself.</summary>
    public static CelType TypeOf(CelType of) => new(CelTypeKind.Type, "type", of);

    /// <summary>A record with named fields. Two record types are the same only when they are the same object.</summary>
    /// <param name="name">The name that faults and <c>type(x)</c> show.</param>
    /// <param name="fields">Names and types; at most 10,000; a repeated name throws
    /// <see cref="ArgumentException"/>.</param>
    public static CelType Record(string name, IEnumerable<KeyValuePair<string, CelType>> fields)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var list = new List<CelField>();
        foreach (var (field, type) in fields)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(list.Count, 10_000, nameof(fields));
            list.Add(new CelField(field, type, list.Count));
        }

        return new CelType(name, list);
    }

    /// <summary>A record with named fields, written as pairs.</summary>
    public static CelType Record(string name, params (string Name, CelType Type)[] fields) =>
        Record(name, fields.Select(field => KeyValuePair.Create(field.Name, field.Type)));

    internal static CelType Opaque(string name, params CelType[] parameters) =>
        new(CelTypeKind.Opaque, name, parameters);

    internal static CelType Parameter(string name) => new(CelTypeKind.Parameter, name);

    /// <summary>The field of a record by name, or null.</summary>
    public CelField? Find(string field) => _fields?.GetValueOrDefault(field);

    /// <inheritdoc/>
    public bool Equals(CelType? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || Kind != other.Kind || Kind == CelTypeKind.Record || Name != other.Name) return false;
        if (Parameters.Count != other.Parameters.Count) return false;
        for (var i = 0; i < Parameters.Count; i++)
        {
            if (!Parameters[i].Equals(other.Parameters[i])) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CelType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Name, Parameters.Count);

    /// <summary>The type as people write it: <c>list(int)</c>, <c>map(string, dyn)</c>, <c>timestamp</c>.</summary>
    public override string ToString() => Kind switch
    {
        CelTypeKind.Timestamp => "timestamp",
        CelTypeKind.Duration => "duration",
        CelTypeKind.Null => "null",
        CelTypeKind.Optional => $"optional({Parameters[0]})",
        _ => Parameters.Count == 0 ? Name : $"{Name}({string.Join(", ", Parameters)})",
    };
}
