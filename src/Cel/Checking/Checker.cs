using Heluo.Cel.Reading;
using Heluo.Cel.Types;

namespace Heluo.Cel.Checking;

/// <summary>Gives every node its type and meaning. Lenient checking resolves names alike, but lets types pass
/// and turns what is unknown into errors of the evaluation.</summary>
internal sealed partial class Checker
{
    private readonly CelEnvironment _environment;
    private readonly Source _source;
    private readonly Substitution _types = new();
    private readonly Scope _scope = new();
    private readonly Checked _found;
    private readonly bool _lenient;

    private Checker(CelEnvironment environment, Source source, int nodes, bool lenient) =>
        (_environment, _source, _found, _lenient) = (environment, source, new Checked(nodes), lenient);

    public static Checked Check(
        CelEnvironment environment, Source source, Expr root, int nodes, CelType? expected, bool lenient)
    {
        var checker = new Checker(environment, source, nodes, lenient);
        var type = checker.Visit(root);
        if (expected is not null && !checker._types.Assign(type, expected))
        {
            checker.Fault(CelCodes.Type, $"The expression gives {checker.Show(type)} where {expected} is wanted", root);
        }

        checker._found.Result = checker._types.Apply(type, final: true);
        checker._found.Places = checker._scope.Places;
        return checker._found;
    }

    private CelType Visit(Expr expr)
    {
        var type = expr switch
        {
            LiteralExpr literal => TypeOf(literal.Value),
            NameExpr name => VisitName(name),
            SelectExpr select => VisitSelect(select),
            CallExpr call => VisitCall(call),
            LogicExpr logic => VisitLogic(logic),
            ListExpr list => VisitList(list),
            MapExpr map => VisitMap(map),
            FoldExpr fold => VisitFold(fold),
            BindExpr bind => VisitBind(bind),
            BlockExpr block => VisitBlock(block),
            _ => VisitMessage((MessageExpr)expr),
        };
        return _found.Types[expr.Id] = type;
    }

    private CelType VisitLogic(LogicExpr logic)
    {
        foreach (var term in logic.Terms) Want(term, CelType.Bool, logic.IsAnd ? "&&" : "||");
        return CelType.Bool;
    }

    private void Want(Expr expr, CelType wanted, string what)
    {
        var type = Visit(expr);
        if (!_types.Assign(type, wanted)) Fault(CelCodes.Type, $"{what} takes {wanted}, not {Show(type)}", expr);
    }

    private CelType VisitList(ListExpr list)
    {
        CelType? element = null;
        for (var i = 0; i < list.Items.Length; i++)
        {
            var type = Visit(list.Items[i]);
            element = _types.Join(element, list.Optional[i] ? Open(type, list.Items[i]) : type);
        }

        return CelType.List(element ?? _types.Fresh());
    }

    private CelType VisitMap(MapExpr map)
    {
        CelType? key = null, value = null;
        for (var i = 0; i < map.Keys.Length; i++)
        {
            var type = Visit(map.Keys[i]);
            if (!IsKey(_types.Apply(type)))
            {
                Fault(CelCodes.Type, $"A key is a bool, int, uint or string, not {Show(type)}", map.Keys[i]);
                type = CelType.Dyn;
            }

            key = _types.Join(key, type);
            type = Visit(map.Values[i]);
            value = _types.Join(value, map.Optional[i] ? Open(type, map.Values[i]) : type);
        }

        return CelType.Map(key ?? _types.Fresh(), value ?? _types.Fresh());
    }

    /// <summary>What an optional item holds.</summary>
    private CelType Open(CelType type, Expr at)
    {
        var content = _types.Fresh();
        if (_types.Assign(type, CelType.Optional(content))) return type.IsDyn ? type : content;
        Fault(CelCodes.Type, $"'?' takes an optional, not {Show(type)}", at);
        return CelType.Dyn;
    }

    private CelType VisitMessage(MessageExpr message)
    {
        foreach (var value in message.Values) Visit(value);
        _found.Faults.Add(new CelFault(
            CelCodes.Unsupported, $"Messages such as {message.Name}{{..}} are left out", _source.At(message.At)));
        return CelType.Dyn;
    }

    private static bool IsKey(CelType type) => type.Kind is CelTypeKind.Bool or CelTypeKind.Int or CelTypeKind.Uint
        or CelTypeKind.String or CelTypeKind.Dyn or CelTypeKind.Parameter;

    private static CelType TypeOf(in CelValue value) => value.Kind switch
    {
        CelKind.Bool => CelType.Bool,
        CelKind.Int => CelType.Int,
        CelKind.Uint => CelType.Uint,
        CelKind.Double => CelType.Double,
        CelKind.String => CelType.String,
        CelKind.Bytes => CelType.Bytes,
        CelKind.Timestamp => CelType.Timestamp,
        CelKind.Duration => CelType.Duration,
        CelKind.Null => CelType.Null,
        CelKind.List => CelType.List(CelType.Dyn),
        CelKind.Map => CelType.Map(CelType.Dyn, CelType.Dyn),
        CelKind.Record => value.AsRecord.Type,
        _ => CelType.Dyn,
    };

    private string Show(CelType type) => _types.Apply(type, final: true).ToString();

    /// <summary>Notes a fault. Lenient checking says nothing: the evaluation will.</summary>
    private void Fault(string code, string message, Expr at)
    {
        if (_lenient || _found.Faults.Count >= _environment.Limits.Faults) return;
        _found.Faults.Add(new CelFault(code, message, _source.At(at.At)));
    }

    /// <summary>Notes something unknown, which a lenient expression only meets when it evaluates it.</summary>
    private CelType Unknown(string code, string message, Expr expr, string name = "")
    {
        if (IsProtobuf(name))
        {
            _found.Faults.Add(new CelFault(
                CelCodes.Unsupported, $"Protobuf names such as '{name}' are left out", _source.At(expr.At)));
            return CelType.Dyn;
        }

        Fault(code, message, expr);
        _found.Bindings[expr.Id] = new FailBinding(new CelError(code, message, _source.At(expr.At)));
        return CelType.Dyn;
    }

    /// <summary>Whether an unknown name can only be a message, enum or extension of protobuf.</summary>
    private bool IsProtobuf(string name)
    {
        if (name.Length == 0) return false;
        return name.StartsWith("proto.", StringComparison.Ordinal) || Within(name) || Within(_environment.Container);

        static bool Within(string full) => full.StartsWith("google.protobuf", StringComparison.Ordinal)
            || full.StartsWith("cel.expr", StringComparison.Ordinal);
    }
}
