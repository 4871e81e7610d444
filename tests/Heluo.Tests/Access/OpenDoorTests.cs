using System.Text.Json;

namespace Heluo.Tests;

/// <summary>
/// The other half of the table of doors: what everybody else is refused with is good enough to be taken from somebody
/// who may enter, so that the refusals are about who knocked, not about what was in the hand.
/// </summary>
public sealed class OpenDoorTests(ITestOutputHelper output)
{
    // Refused whoever asks, and why.
    private static readonly Dictionary<string, string> Excused = new(StringComparer.Ordinal)
    {
        ["/demo/clock"] = "a serving house has none",
        ["/sign-in"] = "a serving house has no logins of its own",
        ["/sign-in/code"] = "a wrong code must not sign anybody in",
        ["/desk/cover"] = "nobody here has a colleague of the same post; over the API somebody has",
        ["/desk/cover/end"] = "and so there is no cover to end",
        ["/api/v1/cases/{number}/acts/papers"] = "no act on a case that has just begun takes papers",
        ["/desk/me/sessions/end"] = "the table cannot know the name of a session",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_everybody_else_is_refused_with_is_taken_from_somebody_whom_the_table_lets_in()
    {
        await using var matrix = new MatrixCity();
        await matrix.InitializeAsync();
        var table = DoorTable.Read();
        var doors = table.Doors.Where(door => !door.Reads && !Excused.ContainsKey(door.Route)).OrderBy(Ends).ToArray();
        var shut = new List<string>();
        foreach (var door in doors)
        {
            if (await EnterAsync(matrix, table, door) is { Length: > 0 } said)
            {
                shut.Add($"{door.Method} {door.Route}: {said}");
            }
        }

        output.WriteLine($"{doors.Length} doors that change something let somebody in");
        shut.ShouldBeEmpty();
        doors.Length.ShouldBeGreaterThan(50);
        Excused.Keys.Except(table.Doors.Select(door => door.Route)).ShouldBeEmpty();
    }

    // What was said to the first who tried; nothing as soon as one got in.
    private static async Task<string> EnterAsync(MatrixCity matrix, DoorTable table, Door door)
    {
        var said = "nobody may";
        foreach (var record in door.Record is { } kind
            ? matrix.Records.Where(one => one.Kind == kind && one.Owner != "absent").Cast<AccessRecord?>() : [null])
        {
            foreach (var caller in matrix.Callers.Where(one => table.Admits(door, record, one.Name)))
            {
                var seen = await AsItIsAsync(matrix, caller, record);
                var answer = await matrix.Knocker.KnockAsync(caller, door, seen, ct: Ct);
                if (answer.Status < 400 && answer.Code != "sign-in")
                {
                    return "";
                }

                said = $"{record?.Owner} {caller.Name}: {answer.Status} {answer.Code}, {said}";
            }
        }

        return said;
    }

    // An earlier door may have changed it.
    private static async Task<AccessRecord?> AsItIsAsync(MatrixCity matrix, AccessCaller caller, AccessRecord? record)
    {
        if (record is not { Kind: "case" or "draft" })
        {
            return record;
        }

        var door = new Door("GET", record.Kind == "case" ? "/api/v1/cases/{number}" : "/api/v1/drafts/{key}",
            record.Kind, [caller.Name], Body: null);
        var answer = await matrix.Knocker.KnockAsync(caller, door, record, ct: Ct);
        using var now = JsonDocument.Parse(answer.Text);
        return now.RootElement.TryGetProperty("version", out var version)
            ? record with { Version = version.GetInt32() } : record;
    }

    // What ends a case, a draft or a session comes after what needs it.
    private static int Ends(Door door) => door.Route switch
    {
        "/api/v1/me/sign-out-everywhere" => 8,
        var route when route.EndsWith("/sign-out", StringComparison.Ordinal) => 7,
        var route when route.EndsWith("-sessions", StringComparison.Ordinal) => 6,
        var route when route.EndsWith("/switch", StringComparison.Ordinal) => 5,
        var route when door.Method == "DELETE" || route.EndsWith("/revoke", StringComparison.Ordinal) => 4,
        var route when route.EndsWith("/discard", StringComparison.Ordinal) => 4,
        var route when route.EndsWith("/send", StringComparison.Ordinal) => 3,
        var route when route.EndsWith("/check", StringComparison.Ordinal) => 3,
        var route when route.StartsWith("/desk/cases/{number}/acts", StringComparison.Ordinal) => 1,
        var route when route.Contains("/acts", StringComparison.Ordinal) => 2,
        _ => 0,
    };
}
