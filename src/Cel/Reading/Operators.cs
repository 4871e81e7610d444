namespace Heluo.Cel.Reading;

/// <summary>The names that operators have as functions.</summary>
internal static class Operators
{
    public const string Conditional = "_?_:_";
    public const string Index = "_[_]";
    public const string OptionalIndex = "_[?_]";
    public const string Not = "!_";
    public const string Negate = "-_";
    public const string In = "@in";
    public const string Add = "_+_";
    public const string Subtract = "_-_";
    public const string Multiply = "_*_";
    public const string Divide = "_/_";
    public const string Modulo = "_%_";
    public const string Equal = "_==_";
    public const string NotEqual = "_!=_";
    public const string Less = "_<_";
    public const string LessOrEqual = "_<=_";
    public const string Greater = "_>_";
    public const string GreaterOrEqual = "_>=_";

    /// <summary>The binary operator of a token and how tightly it binds; null for any other token.</summary>
    public static (string Name, int Binding)? Binary(TokenKind kind) => kind switch
    {
        TokenKind.Less => (Less, 1),
        TokenKind.LessOrEqual => (LessOrEqual, 1),
        TokenKind.Greater => (Greater, 1),
        TokenKind.GreaterOrEqual => (GreaterOrEqual, 1),
        TokenKind.Equal => (Equal, 1),
        TokenKind.NotEqual => (NotEqual, 1),
        TokenKind.In => (In, 1),
        TokenKind.Plus => (Add, 2),
        TokenKind.Minus => (Subtract, 2),
        TokenKind.Star => (Multiply, 3),
        TokenKind.Slash => (Divide, 3),
        TokenKind.Percent => (Modulo, 3),
        _ => null,
    };

    /// <summary>The sign that a person writes for the function name, for messages.</summary>
    public static string Sign(string function) => function switch
    {
        Conditional => "?:",
        Index or OptionalIndex => "[]",
        In => "in",
        _ => function.StartsWith('_') || function.EndsWith('_') ? function.Trim('_') : function,
    };
}
