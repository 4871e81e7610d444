using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Registry;
using NodaTime;

namespace Heluo.Governance;

/// <summary>Judges a test of a class of incidents without any case.</summary>
internal static class IncidentJudge
{
    public static IEnumerable<PackTestFailure> Judge(PackSet set, IncidentTest test)
    {
        if (IncidentKind.Find(set, test.Incident) is not { } incident)
        {
            return [new PackTestFailure("incident", test.Incident, "no such class")];
        }

        var (answers, faults) = GivenAnswers.Check(incident.Form, test.Answers);
        var standard = incident.Standard(condition => GivenAnswers.Holds(condition, answers));
        var asked = incident.Form.Where(field => GivenAnswers.Holds(field.When, answers));
        var expect = test.Expect;
        PackTestFailure?[] found =
        [
            PackTestFailure.OfLists(
                "refused", expect.Refused ?? [], faults.Select(fault => GivenAnswers.Written(fault.Field))),
            PackTestFailure.OfLists("fields", expect.Fields, asked.Select(field => GivenAnswers.Written(field.Name))),
            PackTestFailure.OfTexts("standard", expect.Standard, standard.Id),
            PackTestFailure.OfTexts("limit", expect.Limit?.ToString(), standard.Limit.ToString()),
            PackTestFailure.OfTexts("agency", expect.Agency, Agency(set, incident.Function, test.Area)),
            expect.Due is { } due
                ? PackTestFailure.OfTexts("due", IncidentTest.Text(due), Due(set.Calendar, test, standard.Limit))
                : null,
        ];
        return found.OfType<PackTestFailure>();
    }

    private static string? Agency(PackSet set, string? function, string? area) =>
        function is null || area is null || !City.Of(set).TryGet(out var city, out _)
            ? null
            : city.AgencyFor(function, area)?.Id;

    private static string? Due(WorkCalendar? calendar, IncidentTest test, Limit limit)
    {
        if (calendar is null || test.At is not { } local)
        {
            return null;
        }

        var start = calendar.Zone.AtLeniently(local).ToInstant();
        var due = new LimitClock(limit, start).Due(calendar.For(test.Area), start);
        return IncidentTest.Text(due.At.InZone(calendar.Zone).LocalDateTime);
    }
}
