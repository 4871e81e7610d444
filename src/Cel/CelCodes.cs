namespace Heluo.Cel;

/// <summary>Every code that reading, checking and evaluating can answer with.</summary>
public static class CelCodes
{
    /// <summary>The text is not an expression.</summary>
    public const string Syntax = "cel.syntax";

    /// <summary>The text is too long, nests too deeply or has too many parts.</summary>
    public const string TooLarge = "cel.too_large";

    /// <summary>A name that nobody declared.</summary>
    public const string UnknownName = "cel.unknown_name";

    /// <summary>A field that its record type does not have.</summary>
    public const string UnknownField = "cel.unknown_field";

    /// <summary>A function that nobody declared.</summary>
    public const string UnknownFunction = "cel.unknown_function";

    /// <summary>Operands or result do not have a type that fits.</summary>
    public const string Type = "cel.type";

    /// <summary>A part of the standard that this implementation leaves out: protobuf messages and extensions.</summary>
    public const string Unsupported = "cel.unsupported";

    /// <summary>A pattern that is not a regular expression of the supported, linear-time form.</summary>
    public const string Pattern = "cel.pattern";

    /// <summary>Evaluation: a variable that was declared but given no value.</summary>
    public const string Unbound = "cel.unbound";

    /// <summary>Evaluation: no function takes values of these kinds.</summary>
    public const string NoOverload = "cel.no_overload";

    /// <summary>Evaluation: the map or record has no such key.</summary>
    public const string NoKey = "cel.no_key";

    /// <summary>Evaluation: the map literal repeats a key, or the key has a kind that cannot be one.</summary>
    public const string BadKey = "cel.bad_key";

    /// <summary>Evaluation: a list or text index outside its bounds.</summary>
    public const string Index = "cel.index";

    /// <summary>Evaluation: the result does not fit its type (overflow, time out of range).</summary>
    public const string Range = "cel.range";

    /// <summary>Evaluation: division or modulus by zero.</summary>
    public const string DivideByZero = "cel.divide_by_zero";

    /// <summary>Evaluation: a text that does not convert to the type asked for.</summary>
    public const string Conversion = "cel.conversion";

    /// <summary>Evaluation: an argument with a value that the function refuses.</summary>
    public const string Argument = "cel.argument";

    /// <summary>Evaluation: the steps, text or items allowed were used up; never absorbed.</summary>
    public const string Budget = "cel.budget";
}
