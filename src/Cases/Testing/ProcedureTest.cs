using System.Collections.Immutable;
using Heluo.Packs;
using NodaTime;

namespace Heluo.Cases;

/// <summary>
/// A case that tests a procedure of a pack (folder <c>tests/</c>): acts one after the other through its table, and
/// where they lead. A plan has one step; of needs only what the test says of the case is asked; what is not said under
/// <c>expect</c> is not compared.
/// </summary>
/// <param name="Id">Its id, which reads as a sentence.</param>
/// <param name="Procedure">The procedure.</param>
/// <param name="On">The day of opening, which chooses the version.</param>
/// <param name="Acts">The acts in their order.</param>
/// <param name="Late">The clocks whose limit has run out.</param>
/// <param name="Expect">What must come out.</param>
public sealed record ProcedureTest(
    string Id,
    string Procedure,
    LocalDate On,
    ImmutableArray<string> Acts,
    ImmutableArray<string> Late,
    ProcedureExpectation Expect)
{
    private const int MostActs = 100;

    /// <summary>The kind and its judge, to be registered with a reader.</summary>
    public static PackTester Tester { get; } = PackTester.Of(
        new PackKind<ProcedureTest>("procedure-test", PackFolders.Tests, Ask, list: "procedure-tests"),
        ProcedureJudge.Judge);

    private static readonly Shape<ProcedureExpectation> Expectation = Shapes.Map(fields => new ProcedureExpectation
    {
        Stage = fields.Optional("stage", Shapes.Id.About("The stage the case stands in.")),
        Refused = fields.Optional("refused", Shapes.Id.About("The act at which the table stops the case.")),
        Acts = fields.Optional("acts", Ids.About("What may be done next, in any order.")),
        Running = fields.Optional("running", Ids.About("The clocks that run, in any order.")),
        Standing = fields.Optional("standing", Ids.About("The clocks that stand, in any order.")),
        Documents = fields.Optional("documents", Ids.About("The documents made on the way, in any order.")),
    });

    private static Shape<ImmutableArray<string>> Ids => Shapes.List(Shapes.Id, MostActs, by: id => id);

    private static ProcedureTest Ask(MapFields fields) => new(
        fields.Id,
        fields.Required("procedure", Shapes.Ref("procedure")),
        fields.Required("on", Shapes.Date),
        fields.Optional("acts", Shapes.List(Shapes.Id, MostActs), []),
        fields.Optional("late", Ids.About("The clocks whose limit has run out, for rules that ask."), []),
        fields.Required("expect", Expectation));
}

/// <summary>What must come out of a <see cref="ProcedureTest"/>; null is not compared.</summary>
public sealed record ProcedureExpectation
{
    /// <summary>The stage the case stands in.</summary>
    public string? Stage { get; init; }

    /// <summary>The act at which the table stops the case; none when not said.</summary>
    public string? Refused { get; init; }

    /// <summary>What may be done next.</summary>
    public ImmutableArray<string>? Acts { get; init; }

    /// <summary>The clocks that run.</summary>
    public ImmutableArray<string>? Running { get; init; }

    /// <summary>The clocks that stand.</summary>
    public ImmutableArray<string>? Standing { get; init; }

    /// <summary>The documents made on the way.</summary>
    public ImmutableArray<string>? Documents { get; init; }
}
