using System.Runtime.CompilerServices;
using Heluo.Cel.Values;

namespace Heluo.Cel;

/// <summary>One value of an expression: small, copied by value, without a box for numbers, truth and time.
/// The default is of kind <see cref="CelKind.None"/>: no value.</summary>
public readonly partial struct CelValue : IEquatable<CelValue>
{
    private readonly object? _object;
    private readonly long _bits;
    private readonly int _nanos;

    private CelValue(CelKind kind, long bits, int nanos = 0) => (Kind, _bits, _nanos) = (kind, bits, nanos);

    private CelValue(CelKind kind, object value) => (Kind, _object) = (kind, value);

    /// <summary><c>null</c>.</summary>
    public static CelValue Null { get; } = new(CelKind.Null, 0);

    /// <summary><c>true</c>.</summary>
    public static CelValue True { get; } = new(CelKind.Bool, 1);

    /// <summary><c>false</c>.</summary>
    public static CelValue False { get; } = new(CelKind.Bool, 0);

    /// <summary>What kind of value this is.</summary>
    public CelKind Kind { get; }

    /// <summary>The truth. Reading a value as another kind throws <see cref="InvalidOperationException"/>.</summary>
    public bool AsBool => Is(CelKind.Bool) && _bits != 0;

    /// <summary>The signed integer.</summary>
    public long AsInt => Is(CelKind.Int) ? _bits : 0;

    /// <summary>The unsigned integer.</summary>
    public ulong AsUint => Is(CelKind.Uint) ? (ulong)_bits : 0;

    /// <summary>The floating-point number.</summary>
    public double AsDouble => Is(CelKind.Double) ? BitConverter.Int64BitsToDouble(_bits) : 0;

    /// <summary>The text.</summary>
    public string AsString => Is(CelKind.String) ? Unsafe.As<string>(_object!) : "";

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> AsBytes => Is(CelKind.Bytes) ? Unsafe.As<byte[]>(_object!) : [];

    /// <summary>The instant.</summary>
    public CelTimestamp AsTimestamp =>
        Is(CelKind.Timestamp) && CelTimestamp.TryCreate(_bits, _nanos, out var timestamp) ? timestamp : default;

    /// <summary>The length of time.</summary>
    public CelDuration AsDuration => Is(CelKind.Duration) ? CelDuration.FromNanoseconds(_bits) : default;

    /// <summary>The list.</summary>
    public CelList AsList => Is(CelKind.List) ? Unsafe.As<CelList>(_object!) : CelList.Empty;

    /// <summary>The map.</summary>
    public CelMap AsMap => Is(CelKind.Map) ? Unsafe.As<CelMap>(_object!) : CelMap.Empty;

    /// <summary>The record.</summary>
    public CelRecord AsRecord => Is(CelKind.Record) ? Unsafe.As<CelRecord>(_object!) : null!;

    /// <summary>The name of the type that this value is.</summary>
    public string AsTypeName => Is(CelKind.Type) ? Unsafe.As<string>(_object!) : "";

    /// <summary>The error that stands in place of a value.</summary>
    public CelError AsError => Is(CelKind.Error) ? Unsafe.As<CelError>(_object!) : null!;

    /// <summary>The bits of an int, when the kind is known.</summary>
    internal long RawInt => _bits;

    /// <summary>The text, when the kind is known.</summary>
    internal string RawText => Unsafe.As<string>(_object!);

    /// <summary>The record, when the kind is known.</summary>
    internal CelRecord RawRecord => Unsafe.As<CelRecord>(_object!);

    internal bool IsError => Kind == CelKind.Error;

    internal CelOptional AsOptional => Is(CelKind.Optional) ? Unsafe.As<CelOptional>(_object!) : null!;

    internal CelOpaque AsOpaque => Is(CelKind.Opaque) ? Unsafe.As<CelOpaque>(_object!) : null!;

    /// <summary>A truth.</summary>
    public static CelValue Of(bool value) => new(CelKind.Bool, value ? 1 : 0);

    /// <summary>A signed integer.</summary>
    public static CelValue Of(long value) => new(CelKind.Int, value);

    /// <summary>An unsigned integer.</summary>
    public static CelValue Of(ulong value) => new(CelKind.Uint, (long)value);

    /// <summary>A floating-point number.</summary>
    public static CelValue Of(double value) => new(CelKind.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A text.</summary>
    public static CelValue Of(string value) => new(CelKind.String, value);

    /// <summary>A copy of these octets.</summary>
    public static CelValue Of(ReadOnlySpan<byte> value) => new(CelKind.Bytes, value.ToArray());

    /// <summary>An instant.</summary>
    public static CelValue Of(CelTimestamp value) => new(CelKind.Timestamp, value.Seconds, value.Nanos);

    /// <summary>A length of time.</summary>
    public static CelValue Of(CelDuration value) => new(CelKind.Duration, value.Nanoseconds);

    /// <summary>A list.</summary>
    public static CelValue Of(CelList value) => new(CelKind.List, value);

    /// <summary>A map.</summary>
    public static CelValue Of(CelMap value) => new(CelKind.Map, value);

    /// <summary>A record.</summary>
    public static CelValue Of(CelRecord value) => new(CelKind.Record, value);

    /// <summary>A type, by name.</summary>
    public static CelValue OfType(CelType type) => new(CelKind.Type, type.Name);

    /// <summary>An error in place of a value: what a host's function answers when it has none.</summary>
    public static CelValue Fail(CelError error) => new(CelKind.Error, error);

    /// <summary>An error in place of a value.</summary>
    public static CelValue Fail(string code, string message) => Fail(new CelError(code, message));

    /// <summary>An optional holding <paramref name="value"/>.</summary>
    public static CelValue Some(CelValue value) => new(CelKind.Optional, CelOptional.Of(value));

    /// <summary>The optional that holds nothing.</summary>
    public static CelValue None { get; } = new(CelKind.Optional, CelOptional.None);

    /// <summary>The truth as a value.</summary>
    public static implicit operator CelValue(bool value) => Of(value);

    /// <summary>The integer as a value.</summary>
    public static implicit operator CelValue(long value) => Of(value);

    /// <summary>The number as a value.</summary>
    public static implicit operator CelValue(double value) => Of(value);

    /// <summary>The text as a value.</summary>
    public static implicit operator CelValue(string value) => Of(value);

    internal static CelValue OwnBytes(byte[] value) => new(CelKind.Bytes, value);

    internal static CelValue OfTypeName(string name) => new(CelKind.Type, name);

    internal static CelValue Of(CelOpaque value) => new(CelKind.Opaque, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Is(CelKind kind) => Kind == kind || Wrong(kind);

    private bool Wrong(CelKind asked) =>
        throw new InvalidOperationException($"A value of kind {Kind} was read as {asked}.");
}
