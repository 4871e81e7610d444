using Heluo.Cel.Reading;

namespace Heluo.Cel.Checking;

/// <summary>Names, qualified names and fields.</summary>
internal sealed partial class Checker
{
    private CelType VisitName(NameExpr name) =>
        Resolve(name, name.Name, name.IsRooted)
        ?? Unknown(CelCodes.UnknownName, $"Nobody declares '{name.Name}'", name, name.Name);

    /// <summary>Finds an inner name, a variable, a constant or a type, the innermost container first.</summary>
    private CelType? Resolve(Expr expr, string name, bool isRooted)
    {
        if (!isRooted && _scope.Find(name) is { } local)
        {
            _found.Bindings[expr.Id] = local.Binding;
            return local.Type;
        }

        foreach (var candidate in _environment.Candidates(name, isRooted))
        {
            if (_environment.FindVariable(candidate) is { } variable)
            {
                _found.Bindings[expr.Id] = new SlotBinding(variable.Slot);
                _found.Slots.Add(variable.Slot);
                _found.Reads.Add(candidate);
                return variable.Type;
            }

            if (_environment.FindConstant(candidate) is { } constant)
            {
                _found.Bindings[expr.Id] = new ConstantBinding(constant.Value);
                return constant.Type;
            }
        }

        return null;
    }

    /// <summary>The dotted name that a chain of selections spells, when its root is not an inner name.</summary>
    private string? Qualified(Expr expr, out bool isRooted)
    {
        isRooted = false;
        switch (expr)
        {
            case NameExpr name:
                isRooted = name.IsRooted;
                return !name.IsRooted && _scope.Find(name.Name) is not null ? null : name.Name;
            case SelectExpr { IsTest: false, IsOptional: false } select:
                return Qualified(select.Operand, out isRooted) is { } prefix ? $"{prefix}.{select.Field}" : null;
            default:
                return null;
        }
    }

    private CelType VisitSelect(SelectExpr select)
    {
        if (!select.IsTest && Qualified(select, out var isRooted) is { } name
            && Resolve(select, name, isRooted) is { } found) return found;
        if (Qualified(select, out _) is { } full && IsProtobuf(full) && IsUnknown(select))
        {
            return Unknown(CelCodes.UnknownName, "", select, full);
        }

        var operand = _types.Apply(Visit(select.Operand));
        NoteRead(select);
        var optional = operand.Kind == CelTypeKind.Optional;
        var field = FieldType(select, optional ? _types.Apply(operand.Parameters[0]) : operand);
        if (select.IsTest) return CelType.Bool;
        return optional || select.IsOptional ? CelType.Optional(field) : field;
    }

    private CelType FieldType(SelectExpr select, CelType operand)
    {
        switch (operand.Kind)
        {
            case CelTypeKind.Dyn or CelTypeKind.Parameter:
                return CelType.Dyn;
            case CelTypeKind.Map:
                return operand.Parameters[1];
            case CelTypeKind.Record when operand.Find(select.Field) is { } field:
                _found.Bindings[select.Id] = new FieldBinding(field);
                return field.Type;
            case CelTypeKind.Record:
                Fault(CelCodes.UnknownField, $"{operand.Name} has no field '{select.Field}'", select);
                return CelType.Dyn;
            default:
                Fault(CelCodes.Type, $"A {Show(operand)} has no fields such as '{select.Field}'", select);
                return CelType.Dyn;
        }
    }

    /// <summary>Keeps the path of a variable's field, such as <c>answers.area</c>, for those who ask what is
    /// read.</summary>
    private void NoteRead(SelectExpr select)
    {
        var path = select.Field;
        var operand = select.Operand;
        while (operand is SelectExpr inner && _found.Bindings[inner.Id] is not SlotBinding)
        {
            path = $"{inner.Field}.{path}";
            operand = inner.Operand;
        }

        if (_found.Bindings[operand.Id] is not SlotBinding slot) return;
        _found.Reads.Add($"{_environment.Variables[slot.Slot].Name}.{path}");
    }

    /// <summary>Whether no part of a chain of selections names anything.</summary>
    private bool IsUnknown(SelectExpr select)
    {
        for (Expr part = select; ; part = ((SelectExpr)part).Operand)
        {
            if (Qualified(part, out var isRooted) is { } name
                && Resolve(part, name, isRooted) is not null) return false;
            if (part is NameExpr) return true;
        }
    }
}
