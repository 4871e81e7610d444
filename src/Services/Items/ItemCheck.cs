using Heluo.Cases;
using Heluo.Cel;
using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Services;

/// <summary>The consistency rules officials run on guides, the promise against the law and the longest path, and every
/// condition compiled against the form.</summary>
internal static class ItemCheck
{
    public static void Run(PackChecking checking, Dated<Item> dated)
    {
        foreach (var version in dated.Versions)
        {
            var item = version.Value;
            foreach (var (code, message) in Guide(item, checking.Set.City?.PhoneArea).Concat(Limits(item))
                .Concat(PlanCheck.Faults(item.Plan)))
            {
                checking.Fault(version.At, code, $"{item.Id}, version {item.Version}: {message}");
            }

            foreach (var (code, message) in Path(checking.Set, item, version.Effective))
            {
                checking.Fault(version.At, code, $"{item.Id}, version {item.Version}: {message}");
            }

            if (checking.IsWhole)
            {
                RuleCheck.Form(checking, item.Form, asRequest: false);
                RuleCheck.Plan(checking, item.Plan, item.Form);
                foreach (var material in item.Materials)
                {
                    RuleCheck.Run(checking, material.Rule.When, CelType.Bool, item.Form, request: null);
                }
            }
        }
    }

    internal static IEnumerable<(string Code, string Message)> Guide(Item item, string? phoneArea)
    {
        if ((item.Kind == ItemKindOfCase.Instant) != (item.Promise.Amount == 0))
        {
            yield return ("item.instant", "an instant item promises 0 days, and no other does.");
        }

        if (item is { Online: OnlineDepth.Full, Visits: > 0 })
        {
            yield return ("item.visits", "fully online means no visit.");
        }

        if (item.Visits > 0 != item.VisitReason is not null)
        {
            yield return ("item.visit_reason", "a visit needs its reason, and no visit has none.");
        }

        if (item is { Visits: 0, Mail: false, Online: OnlineDepth.None or OnlineDepth.Consult })
        {
            yield return ("item.mail", "with neither a visit nor an online application, papers must be taken by post.");
        }

        if (item.Result.Kind == ResultKind.None != item.Result.Sample is null)
        {
            yield return ("item.sample", "a result has a sample.");
        }

        if (item.ConsultPhone == item.ComplainPhone)
        {
            yield return ("item.phones", "questions and complaints have different telephones.");
        }

        if (phoneArea is not null && !(item.ConsultPhone.StartsWith(phoneArea + "-", StringComparison.Ordinal)
            && item.ComplainPhone.StartsWith(phoneArea + "-", StringComparison.Ordinal)))
        {
            yield return ("item.phone_area", $"telephones begin with the area code {phoneArea}.");
        }

        if (item.Type == ItemType.Licence && item.Plan is null && item.Kind == ItemKindOfCase.Promised)
        {
            yield return ("item.no_steps", "a licence shows its steps.");
        }

        if (item.Type == ItemType.Licence && item.Questions.IsEmpty)
        {
            yield return ("item.no_questions", "a licence answers at least one question that is often asked.");
        }

        if (item.Function is null == item.Agency is null)
        {
            yield return ("item.body", "an item names either the function of its body or the body.");
        }
    }

    internal static IEnumerable<(string Code, string Message)> Limits(Item item)
    {
        if (item.Promise.Unit != item.Law.Unit)
        {
            yield return ("item.limit_units", "promise and law are counted in the same unit.");
        }
        else if (item.Promise.Amount > item.Law.Amount)
        {
            yield return ("item.promise_over_law",
                $"the promise of {item.Promise} is longer than the law's {item.Law}.");
        }
    }

    private static IEnumerable<(string Code, string Message)> Path(PackSet set, Item item, EffectivePeriod effective)
    {
        if (ItemPath.Of(set, item, effective.From) is { } path && item.Promise.Unit == TimeUnit.WorkingDay
            && item.Kind == ItemKindOfCase.Promised && path.Longest.Days > item.Promise.Amount)
        {
            yield return ("item.path_over_promise",
                $"the longest path takes {path.Longest.Days} working days ({string.Join(" → ", path.Longest.Over)}), "
                + $"more than the {item.Promise.Amount} promised.");
        }
    }
}
