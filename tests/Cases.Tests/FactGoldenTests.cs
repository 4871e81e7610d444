using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Storage;
using Heluo.TestKit;
using NodaTime;

namespace Heluo.Cases.Tests;

public class FactGoldenTests
{
    private static readonly Instant Moment = Instant.FromUtc(2021, 1, 4, 1, 0);

    private static ImmutableDictionary<string, JsonElement> Answers { get; } =
        ImmutableDictionary<string, JsonElement>.Empty.Add("area", JsonSerializer.SerializeToElement(40));

    private static ImmutableDictionary<string, Sealed> Personal { get; } =
        ImmutableDictionary<string, Sealed>.Empty.Add("handle-application", Plain("handle-application"));

    private static Results Results { get; } = new()
    {
        Stage = "review",
        Desk = "clerk",
        Light = "promise",
        End = "delivered",
        Clocks =
        [
            new CaseClock("promise", Limit.WorkingDays(8), Moment)
            {
                Extensions = [5],
                Pauses = [new ClockStop("hearing", Moment, Moment, 20)],
                StoppedAt = Moment,
                Turn = 2,
            },
        ],
        Plan =
        [
            new PlannedStep("check", "check", "reviewer", "jinshui-market", 2.5m, ["site"])
            {
                DoneAt = Moment,
                DoneBy = "officer/wang",
                Assignee = "officer/wang",
            },
        ],
        Documents = [new IssuedDocument("id0", "receipt", "2021-1", Moment, 1)],
        Marks = ImmutableDictionary<string,
            JsonElement>.Empty.Add("result", JsonSerializer.SerializeToElement("approved")),
        Notices = [new Notice("applicant", "received")],
        Agency = "jinshui-market",
        Assignee = "officer/li-na",
    };

    private static ImmutableArray<Paper> Papers { get; } =
        [
            new("floor-plan", "plan.pdf", new BlobRef(new string('A', 43), 5, "proof", Plain("application-papers")),
                "C",
                Moment, "person/zhang"),
        ];

    [Fact]
    public void The_form_of_every_fact_is_kept_for_ever() => FactGolden.Faults(
        new FactCatalog().AddCases(),
        Path.Combine(Repository.Root, "tests", "Cases.Tests", "Golden"),
        new CaseOpened
        {
            Number = "SJ-410105-20210104-0001",
            Procedure = "licensing",
            ProcedureVersion = 1,
            Pack = "hash",
            Subject = new SubjectRef("item", "food-business", 1),
            Title = new Localized([new("zh", "食品"), new("en", "Food")]),
            Area = "410105001",
            Agency = "jinshui-market",
            Parties = ImmutableDictionary<string, string>.Empty.Add("applicant", "person/zhang"),
            Channel = "web",
            Params = ImmutableDictionary<string, string>.Empty.Add("kind", "promised"),
            Limits = ImmutableDictionary<string, Limit>.Empty.Add("law", Limit.WorkingDays(20)),
            Answers = Answers,
            Personal = Personal,
            Papers = Papers,
            Results = Results,
        },
        new ActPerformed
        {
            Act = "accept",
            Step = "check",
            Told = Answers,
            Personal = Personal,
            Answers = Answers,
            Papers = Papers,
            LegalAt = Moment,
            For = "firm/x",
            Results = Results,
        },
        new CaseAssigned("check", "officer/wang", "leave"),
        new CaseLinked("SJ-410105-20210104-0002", "opened-from"),
        new SerialTaken(7),
        new PackKept([1, 2, 3]),
        new ClockConfirmed(DoubtReason.FarFromLastSeen)).ShouldBeEmpty();

    private static Sealed Plain(string purpose) => Sealed.Of("person/zhang", purpose, "a");
}
