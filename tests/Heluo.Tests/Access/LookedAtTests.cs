using Heluo.Registry;
using Heluo.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Tests;

/// <summary>
/// Whatever of the house answers a personal value in the clear has written down who looks: every door that reads, by
/// every caller it lets in, for every record. And when the log cannot be written, nothing is shown.
/// </summary>
public sealed class LookedAtTests : IAsyncLifetime
{
    private static readonly DoorTable Table = DoorTable.Read();
    private readonly MatrixCity matrix = new();
    private readonly List<(string Actor, DataOpened Opened)> looks = [];
    private long next = 1;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => matrix.InitializeAsync();

    public ValueTask DisposeAsync() => matrix.DisposeAsync();

    [Fact]
    public async Task Every_answer_with_a_personal_value_has_its_line_in_the_log_and_without_the_log_there_is_none()
    {
        var wrong = new List<string>();
        await FollowAsync();
        var telling = new List<(AccessCaller Caller, Door Door, AccessRecord? Record)>();
        foreach (var one in Reads())
        {
            var before = looks.Count;
            var answer = await matrix.Knocker.KnockAsync(one.Caller, one.Door, one.Record, ct: Ct);
            if (Markers.Any(marker => answer.Text.Contains(marker, StringComparison.Ordinal)))
            {
                telling.Add(one);
                await FollowAsync();
                if (!IsLogged(one.Caller, before))
                {
                    wrong.Add($"{one.Caller.Name} {one.Door.Method} {AccessAddress.Of(one.Door, one.Record)}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        telling.Select(one => one.Door.Route).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(
        [
            "/api/v1/cases/{number}/personal", "/api/v1/documents/{id}", "/api/v1/drafts/{key}",
            "/api/v1/me/details", "/api/v1/persons/{key}/open", "/desk/cases/{number}/open",
            "/desk/intake/{id}/check", "/desk/intake/{id}/{page}", "/documents/{id}", "/drafts/{id}/check",
            "/drafts/{id}/{page}",
        ], ignoreOrder: true);

        // Nothing can be written any more: every door that told something tells nothing now.
        await LetADayPassAsync();
        matrix.City.Desk.Dispose();
        foreach (var (before, door, record) in telling)
        {
            var caller = matrix.Callers.Single(one => one.Name == before.Name);
            var answer = await matrix.Knocker.KnockAsync(caller, door, record, ct: Ct);
            if (Markers.FirstOrDefault(marker => answer.Text.Contains(marker, StringComparison.Ordinal)) is { } told)
            {
                wrong.Add($"{caller.Name} {door.Route} tells {told} without a log");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static IEnumerable<string> Markers =>
        AccessCallers.People.Select(one => $"Name of {one.Key}")
            .Concat(AccessCallers.People.Select(one => AccessCity.Number(one.Born, one.Key)))
            .Concat(["Secret B", "037100000001", "0371 0000 0001"]);

    // Looks at one's own are written down once a day: on the next day they must be written again.
    private async Task LetADayPassAsync()
    {
        matrix.City.Clock.Advance(TimeSpan.FromDays(1));
        await matrix.SignInAgainAsync();
    }

    private IEnumerable<(AccessCaller Caller, Door Door, AccessRecord? Record)> Reads() =>
        from door in Table.Doors
        where door.Reads || door.Body?.Contains("purpose", StringComparison.Ordinal) == true
        where !door.Route.StartsWith("/demo/", StringComparison.Ordinal)
            && !door.Route.Contains('#', StringComparison.Ordinal)
        from caller in matrix.Callers
        from record in door.Record is { } kind
            ? matrix.Records.Where(one => one.Kind == kind).Cast<AccessRecord?>() : [null]
        where Table.Admits(door, record, caller.Name)
        select (caller, door, record);

    // One's own looks stand in the log of the day already when they are repeated.
    private bool IsLogged(AccessCaller caller, int before)
    {
        var actor = AccessCallers.HolderOf(caller);
        return looks.Skip(before).Any(look => look.Actor == actor)
            || looks.Any(look => look.Actor == actor && look.Opened.Subjects.All(subject => subject == actor));
    }

    private async Task FollowAsync()
    {
        var store = matrix.City.Services.GetRequiredService<Store>();
        for (var facts = await ReadAsync(); facts.Count > 0; facts = await ReadAsync())
        {
            next = facts[^1].Stamp.Position + 1;
            looks.AddRange(facts.Where(one => one.Fact is DataOpened)
                .Select(one => (one.Stamp.Actor, (DataOpened)one.Fact)));
        }

        async Task<IReadOnlyList<StoredFact>> ReadAsync() => (await store.ReadLogAsync(next, 1000)).Value;
    }
}
