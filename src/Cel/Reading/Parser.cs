namespace Heluo.Cel.Reading;

/// <summary>Recursive descent over the whole grammar; macros are opened as they are met. The first fault ends
/// it.</summary>
internal sealed partial class Parser
{
    private readonly Lexer _lexer;
    private readonly CelLimits _limits;
    private Token _token;
    private int _end;
    private int _nesting;
    private int _nodes;

    private Parser(string source, CelLimits limits)
    {
        _limits = limits;
        _lexer = new Lexer(source);
        Advance();
    }

    /// <summary>Reads a whole source. On success the node count is the number of ids given.</summary>
    public static Expr? TryParse(Source source, CelLimits limits, out int nodes, out CelFault? fault)
    {
        nodes = 0;
        fault = null;
        if (source.Text.Length > limits.SourceLength)
        {
            fault = new CelFault(
                CelCodes.TooLarge, $"The expression is longer than {limits.SourceLength} characters", source.At(0));
            return null;
        }

        try
        {
            var parser = new Parser(source.Text, limits);
            var expr = parser.ParseExpr();
            if (parser._token.Kind != TokenKind.End) throw parser.Unexpected("the end of the expression");
            nodes = parser._nodes;
            return expr;
        }
        catch (SyntaxException found)
        {
            fault = new CelFault(found.Code, found.Message, source.At(found.At));
            return null;
        }
    }

    private Expr ParseExpr()
    {
        var start = _token.Start;
        if (++_nesting > _limits.Nesting) throw TooLarge($"The expression nests deeper than {_limits.Nesting}", start);
        var condition = ParseLogic(isAnd: false);
        if (Accept(TokenKind.Question))
        {
            var yes = ParseLogic(isAnd: false);
            Expect(TokenKind.Colon, "':'");
            var no = ParseExpr();
            condition = Call(start, Operators.Conditional, null, condition, yes, no);
        }

        _nesting--;
        return condition;
    }

    private Expr ParseLogic(bool isAnd)
    {
        var sign = isAnd ? TokenKind.And : TokenKind.Or;
        var (terms, spans) = (new List<Expr>(), new List<Range>());
        do
        {
            var start = _token.Start;
            terms.Add(isAnd ? ParseBinary(1) : ParseLogic(isAnd: true));
            spans.Add(start.._end);
        }
        while (Accept(sign));
        return terms.Count == 1 ? terms[0] : Bound(new LogicExpr(Seed(terms[0].At), isAnd, [.. terms], [.. spans]));
    }

    private Expr ParseBinary(int binding)
    {
        var left = ParseUnary();
        while (Operators.Binary(_token.Kind) is { } found && found.Binding >= binding)
        {
            var at = _token.Start;
            Advance();
            left = Call(at, found.Name, null, left, ParseBinary(found.Binding + 1));
        }

        return left;
    }

    private Expr ParseUnary()
    {
        var at = _token.Start;
        if (_token.Kind is not (TokenKind.Not or TokenKind.Minus)) return ParseMember();
        var isNot = _token.Kind == TokenKind.Not;
        Advance();
        if (!isNot && _token.Kind is TokenKind.Int or TokenKind.Double) return ParseMember(at);
        if (++_nesting > _limits.Nesting) throw TooLarge($"The expression nests deeper than {_limits.Nesting}", at);
        var operand = ParseUnary();
        _nesting--;
        return Call(at, isNot ? Operators.Not : Operators.Negate, null, operand);
    }

    private Expr ParseMember(int? minusAt = null)
    {
        var expr = minusAt is { } at ? ParseNumber(at) : ParsePrimary();
        while (true)
        {
            if (_token.Kind == TokenKind.Dot) expr = ParseSelection(expr);
            else if (_token.Kind == TokenKind.OpenBracket) expr = ParseIndex(expr);
            else if (_token.Kind != TokenKind.OpenBrace || MessageName(expr) is not { } name) return expr;
            else expr = ParseMessage(expr.At, name);
        }
    }

    private Expr ParseSelection(Expr target)
    {
        Advance();
        var optional = Accept(TokenKind.Question);
        var (at, name, quoted) = (_token.Start, _token.Text, _token.Kind == TokenKind.QuotedName);
        if (!quoted && (_token.Kind != TokenKind.Name || Words.IsKeyword(name))) throw Unexpected("a field name");
        Advance();
        if (quoted || optional || _token.Kind != TokenKind.OpenParen)
        {
            return Bound(new SelectExpr(Seed(at), target, name, isTest: false, optional));
        }

        var arguments = ParseArguments();
        return OpenMacro(at, name, target, arguments) ?? Call(at, name, target, arguments);
    }

    private Expr ParseIndex(Expr target)
    {
        var at = _token.Start;
        Advance();
        var optional = Accept(TokenKind.Question);
        var index = ParseExpr();
        Expect(TokenKind.CloseBracket, "']'");
        return Call(at, optional ? Operators.OptionalIndex : Operators.Index, null, target, index);
    }

    private Expr[] ParseArguments()
    {
        Expect(TokenKind.OpenParen, "'('");
        var arguments = new List<Expr>();
        while (_token.Kind != TokenKind.CloseParen)
        {
            arguments.Add(ParseExpr());
            if (!Accept(TokenKind.Comma)) break;
            if (_token.Kind == TokenKind.CloseParen) throw Unexpected("an argument");
        }

        Expect(TokenKind.CloseParen, "')'");
        return [.. arguments];
    }

    private CallExpr Call(int at, string function, Expr? target, params Expr[] arguments) =>
        Bound(new CallExpr(Seed(at), function, target, arguments));

    private ExprSeed Seed(int at)
    {
        if (_nodes == _limits.Nodes) throw TooLarge($"The expression has more than {_limits.Nodes} parts", at);
        return new ExprSeed(_nodes++, at);
    }

    private T Bound<T>(T expr) where T : Expr =>
        expr.Height <= _limits.Height
            ? expr
            : throw TooLarge($"The expression chains more than {_limits.Height} parts", expr.At);

    private void Advance()
    {
        _end = _token.End;
        _token = _lexer.Next();
        if (_token.Kind == TokenKind.Bad) throw new SyntaxException(CelCodes.Syntax, _token.Text, _token.Start);
    }

    private bool Accept(TokenKind kind)
    {
        if (_token.Kind != kind) return false;
        Advance();
        return true;
    }

    private void Expect(TokenKind kind, string what)
    {
        if (!Accept(kind)) throw Unexpected(what);
    }

    private SyntaxException Unexpected(string wanted) => new(
        CelCodes.Syntax,
        _token.Kind == TokenKind.End ? $"The expression ends where {wanted} is wanted" : $"Here {wanted} is wanted",
        _token.Start);

    private static SyntaxException TooLarge(string message, int at) => new(CelCodes.TooLarge, message, at);
}
