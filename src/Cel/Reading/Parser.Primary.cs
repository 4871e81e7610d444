namespace Heluo.Cel.Reading;

/// <summary>What stands alone: literals, names, calls, brackets, lists, maps and messages.</summary>
internal sealed partial class Parser
{
    private Expr ParsePrimary()
    {
        var at = _token.Start;
        switch (_token.Kind)
        {
            case TokenKind.Int or TokenKind.Double: return ParseNumber(null);
            case TokenKind.Uint or TokenKind.String or TokenKind.Bytes: return Literal(at, _token.Value);
            case TokenKind.OpenBracket: return ParseList();
            case TokenKind.OpenBrace: return ParseMap();
            case TokenKind.OpenParen:
                Advance();
                var inner = ParseExpr();
                Expect(TokenKind.CloseParen, "')'");
                return inner;
            case TokenKind.Dot:
                Advance();
                return ParseName(at, isRooted: true);
            case TokenKind.Name: return ParseName(at, isRooted: false);
            default: throw Unexpected("a value");
        }
    }

    private LiteralExpr Literal(int at, CelValue value)
    {
        Advance();
        return new LiteralExpr(Seed(at), value);
    }

    private LiteralExpr ParseNumber(int? minusAt)
    {
        var (at, value) = (minusAt ?? _token.Start, _token.Value);
        if (value.Kind == CelKind.Double) return Literal(at, minusAt is null ? value : CelValue.Of(-value.AsDouble));
        var magnitude = value.AsUint;
        var largest = minusAt is null ? long.MaxValue : (ulong)long.MaxValue + 1;
        if (magnitude > largest) throw new SyntaxException(CelCodes.Syntax, "The number does not fit an int", at);
        return Literal(at, CelValue.Of(minusAt is null ? (long)magnitude : unchecked(-(long)magnitude)));
    }

    private Expr ParseName(int at, bool isRooted)
    {
        var name = _token.Text;
        if (_token.Kind != TokenKind.Name) throw Unexpected("a name");
        if (!isRooted && name is "true" or "false") return Literal(at, CelValue.Of(name == "true"));
        if (!isRooted && name == "null") return Literal(at, CelValue.Null);
        if (Words.IsKeyword(name) || Words.IsReserved(name))
        {
            throw new SyntaxException(CelCodes.Syntax, $"'{name}' is a reserved word", at);
        }

        Advance();
        if (_token.Kind != TokenKind.OpenParen) return new NameExpr(Seed(at), name, isRooted);
        var arguments = ParseArguments();
        return OpenMacro(at, name, null, arguments) ?? Call(at, isRooted ? $".{name}" : name, null, arguments);
    }

    private ListExpr ParseList()
    {
        var at = _token.Start;
        Advance();
        var (items, optional) = (new List<Expr>(), new List<bool>());
        while (_token.Kind != TokenKind.CloseBracket)
        {
            optional.Add(Accept(TokenKind.Question));
            items.Add(ParseExpr());
            if (!Accept(TokenKind.Comma)) break;
        }

        Expect(TokenKind.CloseBracket, "']'");
        return Bound(new ListExpr(Seed(at), [.. items], [.. optional]));
    }

    private MapExpr ParseMap()
    {
        var at = _token.Start;
        Advance();
        var (keys, values, optional) = (new List<Expr>(), new List<Expr>(), new List<bool>());
        while (_token.Kind != TokenKind.CloseBrace)
        {
            optional.Add(Accept(TokenKind.Question));
            keys.Add(ParseExpr());
            Expect(TokenKind.Colon, "':'");
            values.Add(ParseExpr());
            if (!Accept(TokenKind.Comma)) break;
        }

        Expect(TokenKind.CloseBrace, "'}'");
        return Bound(new MapExpr(Seed(at), [.. keys], [.. values], [.. optional]));
    }

    /// <summary>The dotted name that a chain of selections spells; null for anything else.</summary>
    private static string? MessageName(Expr expr) => expr switch
    {
        NameExpr name => name.Name,
        SelectExpr { IsTest: false, IsOptional: false } select when MessageName(select.Operand) is { } prefix =>
            $"{prefix}.{select.Field}",
        _ => null,
    };

    private MessageExpr ParseMessage(int at, string name)
    {
        Advance();
        var values = new List<Expr>();
        while (_token.Kind != TokenKind.CloseBrace)
        {
            Accept(TokenKind.Question);
            if (_token.Kind is not (TokenKind.Name or TokenKind.QuotedName)) throw Unexpected("a field name");
            Advance();
            Expect(TokenKind.Colon, "':'");
            values.Add(ParseExpr());
            if (!Accept(TokenKind.Comma)) break;
        }

        Expect(TokenKind.CloseBrace, "'}'");
        return Bound(new MessageExpr(Seed(at), name, [.. values]));
    }
}
