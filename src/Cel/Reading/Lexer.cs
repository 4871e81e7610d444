using System.Globalization;

namespace Heluo.Cel.Reading;

/// <summary>Cuts a source into tokens, one at a time. A bad token carries its message as text.</summary>
internal sealed class Lexer(string source)
{
    private int _at;

    public Token Next()
    {
        SkipBlanks();
        var start = _at;
        if (start >= source.Length) return new Token(TokenKind.End, start, start);
        var first = source[start];
        if (Literals.IsPrefixed(source, start)) return ReadText();
        if (char.IsAsciiLetter(first) || first == '_') return ReadName();
        if (char.IsAsciiDigit(first) || (first == '.' && char.IsAsciiDigit(Peek(1)))) return ReadNumber();
        return first == '`' ? ReadQuotedName() : ReadSymbol();
    }

    private char Peek(int ahead) => _at + ahead < source.Length ? source[_at + ahead] : '\0';

    private void SkipBlanks()
    {
        while (_at < source.Length)
        {
            if (source[_at] is ' ' or '\t' or '\n' or '\r' or '\f') _at++;
            else if (source[_at] == '/' && Peek(1) == '/')
            {
                var end = source.IndexOf('\n', _at);
                _at = end < 0 ? source.Length : end + 1;
            }
            else return;
        }
    }

    private Token ReadText()
    {
        var start = _at;
        var value = Literals.Read(source, ref _at, out var message, out var faultAt);
        return message is null
            ? new Token(value.Kind == CelKind.Bytes ? TokenKind.Bytes : TokenKind.String, start, _at, Value: value)
            : new Token(TokenKind.Bad, faultAt, _at, message);
    }

    private Token ReadName()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Peek(0)) || Peek(0) == '_') _at++;
        var text = source[start.._at];
        return new Token(text == "in" ? TokenKind.In : TokenKind.Name, start, _at, text);
    }

    private Token ReadQuotedName()
    {
        var start = _at++;
        while (char.IsAsciiLetterOrDigit(Peek(0)) || Peek(0) is '_' or '.' or '-' or '/' or ' ') _at++;
        if (Peek(0) != '`' || _at == start + 1)
        {
            const string Message = "A quoted name holds letters, digits, '_', '.', '-', '/' or spaces in backticks";
            return new Token(TokenKind.Bad, start, _at, Message);
        }

        _at++;
        return new Token(TokenKind.QuotedName, start, _at, source[(start + 1)..(_at - 1)]);
    }

    private Token ReadNumber()
    {
        var start = _at;
        if (Peek(0) == '0' && Peek(1) is 'x' or 'X')
        {
            _at += 2;
            while (char.IsAsciiHexDigit(Peek(0))) _at++;
            return Whole(start, source[(start + 2).._at], NumberStyles.AllowHexSpecifier);
        }

        while (char.IsAsciiDigit(Peek(0))) _at++;
        var isDouble = false;
        if (Peek(0) == '.' && char.IsAsciiDigit(Peek(1)))
        {
            isDouble = true;
            _at++;
            while (char.IsAsciiDigit(Peek(0))) _at++;
        }

        var signed = Peek(1) is '+' or '-' ? 1 : 0;
        if (Peek(0) is 'e' or 'E' && char.IsAsciiDigit(Peek(1 + signed)))
        {
            isDouble = true;
            _at += 1 + signed;
            while (char.IsAsciiDigit(Peek(0))) _at++;
        }

        var text = source[start.._at];
        if (!isDouble) return Whole(start, text, NumberStyles.None);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new Token(TokenKind.Double, start, _at, text, CelValue.Of(number))
            : new Token(TokenKind.Bad, start, _at, "The number is not a double");
    }

    /// <summary>A whole number keeps its magnitude as uint; the parser gives it its sign.</summary>
    private Token Whole(int start, string digits, NumberStyles style)
    {
        var unsigned = Peek(0) is 'u' or 'U';
        if (unsigned) _at++;
        if (!ulong.TryParse(digits, style, CultureInfo.InvariantCulture, out var magnitude))
        {
            return new Token(TokenKind.Bad, start, _at, "The number does not fit 64 bits");
        }

        return new Token(unsigned ? TokenKind.Uint : TokenKind.Int, start, _at, digits, CelValue.Of(magnitude));
    }

    private Token ReadSymbol()
    {
        var start = _at;
        var kind = (Peek(0), Peek(1)) switch
        {
            ('&', '&') => TokenKind.And,
            ('|', '|') => TokenKind.Or,
            ('=', '=') => TokenKind.Equal,
            ('!', '=') => TokenKind.NotEqual,
            ('<', '=') => TokenKind.LessOrEqual,
            ('>', '=') => TokenKind.GreaterOrEqual,
            _ => TokenKind.Bad,
        };
        if (kind != TokenKind.Bad)
        {
            _at += 2;
            return new Token(kind, start, _at);
        }

        kind = Peek(0) switch
        {
            '.' => TokenKind.Dot, ',' => TokenKind.Comma, ':' => TokenKind.Colon, '?' => TokenKind.Question,
            '(' => TokenKind.OpenParen, ')' => TokenKind.CloseParen, '[' => TokenKind.OpenBracket,
            ']' => TokenKind.CloseBracket, '{' => TokenKind.OpenBrace, '}' => TokenKind.CloseBrace,
            '+' => TokenKind.Plus, '-' => TokenKind.Minus, '*' => TokenKind.Star, '/' => TokenKind.Slash,
            '%' => TokenKind.Percent, '!' => TokenKind.Not, '<' => TokenKind.Less, '>' => TokenKind.Greater,
            _ => TokenKind.Bad,
        };
        _at++;
        return kind == TokenKind.Bad
            ? new Token(kind, start, _at, "A character that no expression holds here")
            : new Token(kind, start, _at);
    }
}
