namespace Heluo.Cel.Types;

/// <summary>What is known of type parameters while one expression is checked: the standard's assignability,
/// where the more general of two agreeing types wins.</summary>
internal sealed class Substitution
{
    private readonly Dictionary<string, CelType> _known = new(StringComparer.Ordinal);
    private readonly List<(string Name, CelType? Before)> _trail = [];
    private int _fresh;

    public CelType Fresh() => CelType.Parameter($"_{++_fresh}");

    /// <summary>Replaces the parameters of a signature by fresh ones, the same name by the same.</summary>
    public CelType Freshen(CelType type, Dictionary<string, CelType> renamed)
    {
        if (type.Kind == CelTypeKind.Parameter)
        {
            return renamed.TryGetValue(type.Name, out var known) ? known : renamed[type.Name] = Fresh();
        }

        return type.Parameters.Count == 0 ? type : Rebuild(type, inner => Freshen(inner, renamed));
    }

    /// <summary>The type with every known parameter put in; an unknown one stays, or becomes dyn at the end.</summary>
    public CelType Apply(CelType type, bool final = false)
    {
        if (type.Kind == CelTypeKind.Parameter)
        {
            if (_known.TryGetValue(type.Name, out var known)) return Apply(known, final);
            return final ? CelType.Dyn : type;
        }

        return type.Parameters.Count == 0 ? type : Rebuild(type, inner => Apply(inner, final));
    }

    /// <summary>Whether every value of <paramref name="from"/> may stand where <paramref name="to"/> is asked.
    /// On success the parameters learnt stay; on failure none does.</summary>
    public bool Assign(IReadOnlyList<CelType> from, IReadOnlyList<CelType> to)
    {
        var mark = _trail.Count;
        for (var i = 0; i < from.Count; i++)
        {
            if (Assignable(from[i], to[i])) continue;
            Undo(mark);
            return false;
        }

        return true;
    }

    public bool Assign(CelType from, CelType to) => Assign([from], [to]);

    /// <summary>The one type that both fit, or dyn.</summary>
    public CelType Join(CelType? first, CelType second)
    {
        if (first is null) return second;
        if (!Assign(first, second)) return CelType.Dyn;
        return second.Kind == CelTypeKind.Null ? first : MoreGeneral(first, second);
    }

    private bool Assignable(CelType from, CelType to)
    {
        if (to.Kind == CelTypeKind.Parameter)
        {
            var (valid, known) = Substitute(from, to);
            if (valid || known) return valid;
        }

        if (from.Kind == CelTypeKind.Parameter) return Substitute(to, from).Valid;
        if (from.IsDyn || to.IsDyn) return true;
        if (from.Kind == CelTypeKind.Null) return to.Kind == CelTypeKind.Null || IsNullable(to);
        if (to.Kind == CelTypeKind.Null) return IsNullable(from);
        if (from.Kind == CelTypeKind.Record) return from.Equals(to);
        if (from.Kind != to.Kind || from.Name != to.Name) return false;
        if (from.Kind == CelTypeKind.Type) return true;
        if (from.Parameters.Count != to.Parameters.Count) return false;
        for (var i = 0; i < from.Parameters.Count; i++)
        {
            if (!Assignable(from.Parameters[i], to.Parameters[i])) return false;
        }

        return true;
    }

    private (bool Valid, bool Known) Substitute(CelType type, CelType parameter)
    {
        if (type.Equals(parameter)) return (true, true);
        if (_known.TryGetValue(parameter.Name, out var known))
        {
            if (type.Equals(known)) return (true, true);
            if (!Assignable(type, known)) return (false, true);
            var general = MoreGeneral(type, known);
            if (!Mentions(general, parameter)) Learn(parameter.Name, general);
            return (true, true);
        }

        if (Mentions(type, parameter)) return (false, false);
        Learn(parameter.Name, type);
        return (true, false);
    }

    private void Learn(string name, CelType type)
    {
        _trail.Add((name, _known.GetValueOrDefault(name)));
        _known[name] = type;
    }

    private void Undo(int mark)
    {
        for (var i = _trail.Count - 1; i >= mark; i--)
        {
            var (name, before) = _trail[i];
            if (before is null) _known.Remove(name);
            else _known[name] = before;
        }

        _trail.RemoveRange(mark, _trail.Count - mark);
    }

    private bool Mentions(CelType within, CelType parameter)
    {
        if (within.Equals(parameter)) return true;
        if (within.Kind == CelTypeKind.Parameter)
        {
            return _known.TryGetValue(within.Name, out var known) && Mentions(known, parameter);
        }

        return within.Parameters.Any(inner => Mentions(inner, parameter));
    }

    private static bool IsNullable(CelType type) => type.Kind is CelTypeKind.Optional or CelTypeKind.Opaque
        or CelTypeKind.Timestamp or CelTypeKind.Duration or CelTypeKind.Record;

    private static CelType MoreGeneral(CelType first, CelType second) =>
        IsAsGeneral(first, second) ? first : second;

    private static bool IsAsGeneral(CelType first, CelType second)
    {
        if (first.IsDyn || first.Kind == CelTypeKind.Parameter) return true;
        if (second.IsDyn || second.Kind == CelTypeKind.Parameter || first.Kind != second.Kind) return false;
        if (first.Kind == CelTypeKind.Type) return true;
        if (first.Parameters.Count != second.Parameters.Count || first.Name != second.Name) return false;
        for (var i = 0; i < first.Parameters.Count; i++)
        {
            if (!IsAsGeneral(first.Parameters[i], second.Parameters[i])) return false;
        }

        return true;
    }

    private static CelType Rebuild(CelType type, Func<CelType, CelType> change) => type.Kind switch
    {
        CelTypeKind.List => CelType.List(change(type.Parameters[0])),
        CelTypeKind.Map => CelType.Map(change(type.Parameters[0]), change(type.Parameters[1])),
        CelTypeKind.Optional => CelType.Optional(change(type.Parameters[0])),
        CelTypeKind.Type => CelType.TypeOf(change(type.Parameters[0])),
        CelTypeKind.Opaque => CelType.Opaque(type.Name, [.. type.Parameters.Select(change)]),
        _ => type,
    };
}
