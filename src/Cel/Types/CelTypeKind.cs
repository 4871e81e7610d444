namespace Heluo.Cel;

/// <summary>The kinds of static type.</summary>
public enum CelTypeKind
{
    /// <summary>Checked when the expression runs.</summary>
    Dyn,

    /// <summary>The type of <c>null</c>.</summary>
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

    /// <summary>An instant.</summary>
    Timestamp,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A list of one element type.</summary>
    List,

    /// <summary>A map of one key and one value type.</summary>
    Map,

    /// <summary>A type as a value.</summary>
    Type,

    /// <summary>A value that may be absent.</summary>
    Optional,

    /// <summary>Named fields declared by the host.</summary>
    Record,

    /// <summary>A value of the library that only its own functions open, such as a network address.</summary>
    Opaque,

    /// <summary>A type parameter of a function.</summary>
    Parameter,
}
