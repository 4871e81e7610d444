using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Cel;
using Heluo.Packs;

namespace Heluo.Services;

/// <summary>Compiles every expression of a template against the names a document may use and the forms of the acts that
/// issue it; each fault stands at its line.</summary>
internal static class TemplateCheck
{
    public static void Run(PackChecking checking, DocumentTemplate template)
    {
        foreach (var fault in template.Body.Values.SelectMany(text => text.Faults))
        {
            checking.Fault(new PackAt(fault.File, fault.Line), fault.Code, fault.Message);
        }

        if (!checking.IsWhole)
        {
            return;
        }

        var outer = DocumentScope.Of(Form(checking.Set, template.Id));
        foreach (var block in template.Body.OrderBy(one => one.Key, StringComparer.Ordinal)
            .SelectMany(one => one.Value.Blocks))
        {
            var names = block.Over is { } over ? Entry(checking, outer, over) : outer;
            foreach (var part in block.Parts)
            {
                checking.Compile(part.Rule, names);
            }
        }
    }

    private static CelEnvironment Entry(PackChecking checking, CelEnvironment outer, CelText over)
    {
        var list = checking.Compile(over, outer, CelType.List(CelType.Dyn));
        var entry = list?.Type is { Kind: CelTypeKind.List } type ? type.Parameters[0] : CelType.Dyn;
        return DocumentScope.Each(outer, entry);
    }

    // What an opening issues speaks of the answers of the subject, which may be any.
    private static ImmutableArray<Field>? Form(PackSet set, string template)
    {
        var procedures = set.Get(ProcedureKind.Kind).All.SelectMany(one => one.Versions).Select(one => one.Value)
            .ToArray();
        var acts = procedures.SelectMany(one => one.Acts).Where(act => act.Effects.Documents.Contains(template))
            .ToArray();
        return acts.Length == 0 || procedures.Any(one => one.Opens.Documents.Contains(template))
            ? null
            : [.. acts.SelectMany(act => act.Form)];
    }
}
