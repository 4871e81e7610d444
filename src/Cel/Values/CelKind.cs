namespace Heluo.Cel;

/// <summary>The kinds of value at run time.</summary>
public enum CelKind : byte
{
    /// <summary>Nothing was put here: a variable without a value.</summary>
    None,

    /// <summary>An error in place of a value.</summary>
    Error,

    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>64-bit signed integer.</summary>
    Int,

    /// <summary>64-bit unsigned integer.</summary>
    Uint,

    /// <summary>IEEE 754 binary64.</summary>
    Double,

    /// <summary>Unicode text.</summary>
    String,

    /// <summary>Octets.</summary>
    Bytes,

    /// <summary>An instant, to the nanosecond.</summary>
    Timestamp,

    /// <summary>A length of time, in nanoseconds.</summary>
    Duration,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map.</summary>
    Map,

    /// <summary>A type as a value.</summary>
    Type,

    /// <summary>A value or its absence.</summary>
    Optional,

    /// <summary>A record of the host.</summary>
    Record,

    /// <summary>A value of the library that only its own functions open.</summary>
    Opaque,
}
