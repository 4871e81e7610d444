using Heluo.Cel.Checking;
using Heluo.Cel.Reading;

namespace Heluo.Cel.Running;

/// <summary>From the checked tree to nodes; what is constant is answered here.</summary>
internal sealed class Compiler
{
    private readonly CelEnvironment _environment;
    private readonly Source _source;
    private readonly Checked _found;
    private readonly Dictionary<(int Block, int Local), LazyNode> _lazy = [];
    private int _steps = CelBudget.Default.Steps;

    private Compiler(CelEnvironment environment, Source source, Checked found) =>
        (_environment, _source, _found) = (environment, source, found);

    public static CelProgram Compile(CelEnvironment environment, Source source, Expr root, Checked found)
    {
        var compiler = new Compiler(environment, source, found);
        var node = compiler.Visit(root);
        int[] slots = [.. found.Slots];
        string[] names = [.. slots.Select(slot => environment.Variables[slot].Name)];
        return new CelProgram(
            source.Text, found.Result, node, found.Places, slots, names, [.. found.Reads], Terms(source, root),
            environment.Zones);
    }

    private static CelTerm[] Terms(Source source, Expr root)
    {
        if (root is not LogicExpr { IsAnd: true } logic) return [new CelTerm(source.Text, source.At(0))];
        return Array.ConvertAll(logic.Spans, span => new CelTerm(source.Text[span], source.At(span.Start.Value)));
    }

    private Node Visit(Expr expr)
    {
        var at = _source.At(expr.At);
        switch (_found.Bindings[expr.Id])
        {
            case SlotBinding slot: return new SlotNode(slot.Slot, _environment.Variables[slot.Slot].Name) { At = at };
            case LocalBinding local: return new LocalNode(local.Local) { At = at };
            case LazyBinding lazy: return _lazy[(lazy.Block, lazy.Local)];
            case ConstantBinding constant: return new ConstNode(constant.Value) { At = at };
            case FailBinding fail: return new FailNode(fail.Error) { At = at };
        }

        return expr switch
        {
            LiteralExpr literal => new ConstNode(literal.Value) { At = at },
            SelectExpr select => VisitSelect(select, at),
            CallExpr call => VisitCall(call, at),
            LogicExpr logic => VisitLogic(logic, at),
            ListExpr list => VisitList(list, at),
            MapExpr map => VisitMap(map, at),
            FoldExpr fold => VisitFold(fold, at),
            BindExpr bind => VisitBind(bind, at),
            BlockExpr block => VisitBlock(block, at),
            _ => new FailNode(new CelError(CelCodes.Unsupported, "Left out", at)) { At = at },
        };
    }

    private Node VisitSelect(SelectExpr select, CelPosition at)
    {
        var operand = Visit(select.Operand);
        var field = (_found.Bindings[select.Id] as FieldBinding)?.Field;
        var weight = operand.Weight + 1;
        return select.IsTest
            ? new HasNode(operand, select.Field, field) { At = at, Weight = weight }
            : new SelectNode(operand, select.Field, field, select.IsOptional) { At = at, Weight = weight };
    }

    private Node VisitCall(CallExpr call, CelPosition at)
    {
        var binding = (CallBinding)_found.Bindings[call.Id]!;
        Expr[] parts = binding.HasReceiver ? [call.Target!, .. call.Arguments] : call.Arguments;
        var nodes = Array.ConvertAll(parts, Visit);
        var weight = 1 + nodes.Sum(node => node.Weight);
        var made = Operator(call.Function, nodes, at, weight)
            ?? new CallNode(call.Function, binding.Overloads, nodes) { At = at, Weight = weight };
        return nodes.All(node => node is ConstNode) && binding.Overloads.All(overload => overload.IsFoldable)
            ? Fold(made)
            : made;
    }

    private static Node? Operator(string name, Node[] nodes, CelPosition at, int weight) => name switch
    {
        Operators.Conditional => new ConditionalNode(nodes[0], nodes[1], nodes[2]) { At = at, Weight = weight },
        Operators.Index => new IndexNode(nodes[0], nodes[1], isOptional: false) { At = at, Weight = weight },
        Operators.OptionalIndex => new IndexNode(nodes[0], nodes[1], isOptional: true) { At = at, Weight = weight },
        Operators.Not => new NotNode(nodes[0]) { At = at, Weight = weight },
        Operators.Negate => new NegateNode(nodes[0]) { At = at, Weight = weight },
        Operators.In => InTextsNode.For(nodes[0], nodes[1], at, weight)
            ?? (Node)new InNode(nodes[0], nodes[1]) { At = at, Weight = weight },
        Operators.Equal => new EqualNode(nodes[0], nodes[1], negated: false) { At = at, Weight = weight },
        Operators.NotEqual => new EqualNode(nodes[0], nodes[1], negated: true) { At = at, Weight = weight },
        Operators.Less or Operators.LessOrEqual or Operators.Greater or Operators.GreaterOrEqual =>
            new CompareNode(nodes[0], nodes[1], name) { At = at, Weight = weight },
        Operators.Add => new AddNode(nodes[0], nodes[1]) { At = at, Weight = weight },
        Operators.Subtract => new SubtractNode(nodes[0], nodes[1]) { At = at, Weight = weight },
        Operators.Multiply => new MultiplyNode(nodes[0], nodes[1]) { At = at, Weight = weight },
        Operators.Divide => new DivideNode(nodes[0], nodes[1]) { At = at, Weight = weight },
        Operators.Modulo => new ModuloNode(nodes[0], nodes[1]) { At = at, Weight = weight },
        _ => null,
    };

    private LogicNode VisitLogic(LogicExpr logic, CelPosition at)
    {
        var terms = Array.ConvertAll(logic.Terms, Visit);
        return new LogicNode(logic.IsAnd, terms) { At = at, Weight = 1 + terms.Sum(term => term.Weight) };
    }

    private Node VisitList(ListExpr list, CelPosition at)
    {
        var items = Array.ConvertAll(list.Items, Visit);
        var made = new ListNode(items, list.Optional) { At = at, Weight = 1 + items.Sum(item => item.Weight) };
        return items.All(item => item is ConstNode) ? Fold(made) : made;
    }

    private Node VisitMap(MapExpr map, CelPosition at)
    {
        var keys = Array.ConvertAll(map.Keys, Visit);
        var values = Array.ConvertAll(map.Values, Visit);
        var weight = 1 + keys.Sum(key => key.Weight) + values.Sum(value => value.Weight);
        var made = new MapNode(keys, values, map.Optional) { At = at, Weight = weight };
        return keys.Concat(values).All(item => item is ConstNode) ? Fold(made) : made;
    }

    private Node VisitFold(FoldExpr fold, CelPosition at)
    {
        var range = Visit(fold.Range);
        var local = ((PlaceBinding)_found.Bindings[fold.Id]!).Local;
        var two = fold.Second is not null;
        var filter = fold.Filter is null ? null : Visit(fold.Filter);
        var body = Visit(fold.Body);
        var turn = 1 + body.Weight + (filter?.Weight ?? 0);
        var weight = turn + range.Weight;
        return fold.Kind switch
        {
            FoldKind.All or FoldKind.Exists => new QuantifierNode(range, local, two, body, fold.Kind == FoldKind.All)
            { At = at, Weight = weight, TurnWeight = turn },
            FoldKind.ExistsOne => new ExistsOneNode(range, local, two, body)
            { At = at, Weight = weight, TurnWeight = turn },
            FoldKind.Filter => new GatherListNode(range, local, two, body, new LocalNode(local))
            { At = at, Weight = weight, TurnWeight = turn },
            FoldKind.Map or FoldKind.TransformList => new GatherListNode(range, local, two, filter, body)
            { At = at, Weight = weight, TurnWeight = turn },
            FoldKind.TransformMap => new GatherMapNode(range, local, filter, body)
            { At = at, Weight = weight, TurnWeight = turn },
            FoldKind.TransformMapEntry => new GatherEntriesNode(range, local, filter, body)
            { At = at, Weight = weight, TurnWeight = turn },
            _ => new SortByNode(range, local, body) { At = at, Weight = weight, TurnWeight = turn },
        };
    }

    private Node VisitBind(BindExpr bind, CelPosition at)
    {
        var local = ((PlaceBinding)_found.Bindings[bind.Id]!).Local;
        var value = Visit(bind.Value);
        var body = Visit(bind.Body);
        var weight = 1 + value.Weight + body.Weight;
        if (bind.Kind == BindKind.Plain) return new BindNode(value, local, body) { At = at, Weight = weight };
        var isFlat = bind.Kind == BindKind.OptionalFlatMap;
        return new OptionalBindNode(value, local, body, isFlat) { At = at, Weight = weight };
    }

    private BlockNode VisitBlock(BlockExpr block, CelPosition at)
    {
        var local = ((PlaceBinding)_found.Bindings[block.Id]!).Local;
        var weight = 1;
        for (var i = 0; i < block.Values.Length; i++)
        {
            var value = Visit(block.Values[i]);
            weight += value.Weight;
            _lazy[(block.Id, local + i)] = new LazyNode(local + i, value) { At = _source.At(block.Values[i].At) };
        }

        var body = Visit(block.Body);
        return new BlockNode(local, block.Values.Length, body) { At = at, Weight = weight + body.Weight };
    }

    /// <summary>Answers a constant part now, all parts within one budget. What fails stays as it is, to fail where it
    /// stands.</summary>
    private Node Fold(Node node)
    {
        if (_steps <= 0) return node;
        var run = new Run([], [], CelBudget.Default, _environment.Zones) { Steps = _steps };
        var value = node.Eval(ref run);
        _steps = run.Steps - 1;
        return value.IsError ? node : new ConstNode(value) { At = node.At };
    }
}
