namespace Heluo.Cel.Reading;

internal enum TokenKind
{
    End, Bad, Name, QuotedName, Int, Uint, Double, String, Bytes,
    Dot, Comma, Colon, Question, OpenParen, CloseParen, OpenBracket, CloseBracket, OpenBrace, CloseBrace,
    Plus, Minus, Star, Slash, Percent, Not, And, Or, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, In,
}

/// <summary>One token: its kind, where it stands, and the name, number or value that it carries.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text = "", CelValue Value = default);
