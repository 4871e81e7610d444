using System.Collections.Immutable;
using System.Globalization;
using Heluo.Kernel;

namespace Heluo.Cases;

/// <summary>Every refusal of the engine on one page.</summary>
internal static class Refusals
{
    private const string PreparedAnew = "prepareAnew";

    public static Refusal Unknown() => new(RefusalKind.NotFound, "case.unknown", "There is no such case.");

    public static Refusal Exists() => new(RefusalKind.Conflict, "case.exists", "The case was opened before.");

    public static Refusal Changed(int version) =>
        new(RefusalKind.Conflict, "case.changed", "The case has changed since you looked; look again and decide anew.")
        {
            Values = Value("version", version.ToString(CultureInfo.InvariantCulture)),
        };

    /// <summary>The counters that were prepared are not those of the moment of decision: a day, a year or an agency has
    /// changed between. The desk prepares anew; nobody else sees it unless it goes on changing.</summary>
    public static Refusal Unprepared(int version)
    {
        var changed = Changed(version);
        return changed with { Values = changed.Values.Add(PreparedAnew, "true") };
    }

    public static bool IsUnprepared(Refusal? refusal) => refusal?.Values.ContainsKey(PreparedAnew) == true;

    public static Refusal NoSubject(string kind, string id) =>
        new(RefusalKind.NotFound, "case.no_subject", "Nothing of this name is in force today.")
        {
            Values = Value("subject", $"{kind}/{id}"),
        };

    public static Refusal NoAgency(string function) =>
        new(RefusalKind.Invalid, "case.no_agency", "No agency of this place has the function that handles this.")
        {
            Values = Value("function", function),
        };

    public static Refusal UnknownArea() =>
        new(RefusalKind.Invalid, "case.area", "The city has no such division.");

    public static Refusal UnknownAct(string act) =>
        new(RefusalKind.NotFound, "act.unknown", "The procedure has no such act.")
        {
            Values = Value("act", Short(act)),
        };

    public static Refusal NotYours(Act act) =>
        new(RefusalKind.Forbidden, "act.not_yours", "This act is not yours to perform.")
        {
            Values = Value("act", act.Id),
        };

    public static Refusal NotNow(Act act, string stage) =>
        new(RefusalKind.Conflict, "act.not_now", "This act is not possible in the stage the case stands in.")
        {
            Values = Value("act", act.Id).Add("stage", stage),
        };

    public static Refusal NoStep(string? step) =>
        new(RefusalKind.Conflict, "act.no_step", "There is no such open step.")
        {
            Values = Value("step", Short(step ?? "")),
        };

    public static Refusal TooOften(Act act) =>
        new(RefusalKind.Conflict, "act.too_often", "This act has been performed as often as the procedure allows.")
        {
            Values = Value("act", act.Id).Add("atMost", (act.MostTimes ?? 0).ToString(CultureInfo.InvariantCulture)),
        };

    public static Refusal Answers(ImmutableArray<Fault> faults) =>
        new(RefusalKind.Invalid, "act.answers", "Some answers need mending.") { Faults = faults };

    public static Refusal Needs(Need need) =>
        new(RefusalKind.Conflict, need.Code, need.Say.In("en")) { Says = need.Say };

    public static Refusal NumbersFull(string serial) =>
        new(RefusalKind.Unavailable, "case.numbers_full", "The numbers of this day are used up.")
        {
            Values = Value("serial", serial),
        };

    public static Refusal NoAuthorization() => new(
        RefusalKind.Forbidden, "authorization.ended", "This authorisation was revoked or is not in force today.");

    public static Refusal NotCovered() => new(
        RefusalKind.Forbidden, "authorization.not_covered", "This authorisation does not reach this matter.");

    public static Refusal UnknownAgency(string agency) =>
        new(RefusalKind.Invalid, "case.unknown_agency", "The city has no such agency.")
        {
            Values = Value("agency", Short(agency)),
        };

    public static Refusal PlanTooLong(int most) =>
        new(RefusalKind.Invalid, "case.plan_too_long", "The answers make the plan longer than it may be.")
        {
            Values = Value("atMost", most.ToString(CultureInfo.InvariantCulture)),
        };

    public static Refusal EraseRunning(string number) => new(
        RefusalKind.Conflict, "act.erase_running",
        $"Nothing is forgotten while case {number} of the same party still runs.")
    {
        Values = Value("case", number),
    };

    public static Refusal Rule(string what) =>
        new(RefusalKind.Conflict, "act.rule", "A rule of this act cannot be worked out for this case.")
        {
            Values = Value("rule", what),
        };

    public static Refusal NoPapersHere() =>
        new(RefusalKind.Invalid, "act.no_papers", "This act takes no papers.");

    public static Refusal NoOfficer() =>
        new(RefusalKind.Invalid, "case.no_officer", "This officer cannot work this case.");

    public static Refusal Clock(string clock) =>
        new(RefusalKind.Conflict, "act.clock", "A clock this act needs is not running.")
        {
            Values = Value("clock", clock),
        };

    private static ImmutableDictionary<string, string> Value(string name, string value) =>
        ImmutableDictionary<string, string>.Empty.Add(name, value);

    private static string Short(string text) => text.Length <= 60 ? text : text[..60];
}
