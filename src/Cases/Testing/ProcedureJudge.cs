using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>Judges a test of a procedure by walking through its table.</summary>
internal static class ProcedureJudge
{
    public static IEnumerable<PackTestFailure> Judge(PackSet set, ProcedureTest test)
    {
        if (set.Get(ProcedureKind.Kind).Find(test.Procedure)?.On(test.On)?.Value is not { } procedure)
        {
            var wanted = $"{test.Procedure} in force on {test.On:R}";
            return [new PackTestFailure("procedure", wanted, "no version in force")];
        }

        var walk = new ProcedureWalk(procedure, test.Late);
        var stopped = test.Acts.FirstOrDefault(act => !walk.Take(act));
        var expect = test.Expect;
        PackTestFailure?[] found =
        [
            PackTestFailure.OfTexts("refused", expect.Refused ?? "none", stopped),
            PackTestFailure.OfTexts("stage", expect.Stage, walk.Stage),
            PackTestFailure.OfLists("acts", expect.Acts, walk.Open),
            PackTestFailure.OfLists("running", expect.Running, walk.Running),
            PackTestFailure.OfLists("standing", expect.Standing, walk.Standing),
            PackTestFailure.OfLists("documents", expect.Documents, walk.Documents),
        ];
        return found.OfType<PackTestFailure>();
    }
}
