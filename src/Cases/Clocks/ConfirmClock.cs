using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Heluo.Cases;

/// <summary>Says that the clock of the house is right, so that timers go on.</summary>
/// <param name="Reason">Why it was in doubt.</param>
public sealed record ConfirmClock(DoubtReason Reason) : IDecision<ConfirmClock, HouseClock>
{
    /// <summary>The whole rule: who may is decided at the door.</summary>
    public static Outcome<Decided> Decide(
        HouseClock state, Actor actor, Reads reads, ConfirmClock request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Decided.With(new ClockConfirmed(request.Reason));
    }
}

/// <summary>What time it is here, and whether the house believes it.</summary>
/// <param name="Now">The wall clock.</param>
/// <param name="InDoubt">Whether timers hold because it is in doubt.</param>
/// <param name="Reason">Why.</param>
/// <param name="ConfirmedAt">When somebody last confirmed it.</param>
/// <param name="ConfirmedBy">Who did.</param>
public sealed record HouseTime(
    Instant Now, bool InDoubt, DoubtReason? Reason, Instant? ConfirmedAt, string? ConfirmedBy);

/// <summary>The clock's addresses, for the system administrator.</summary>
internal static class ClockHttp
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/clock").WithTags("clock")
            .Admits(Access.Administrator(AdministratorKind.System)).Refuses(401, 403);
        group.MapGet("", ReadAsync).WithName("ReadClock").Produces<HouseTime>();
        group.MapPost("/confirmations", ConfirmAsync).WithName("ConfirmClock").Produces<HouseTime>().Refuses(409);
    }

    /// <summary>Records the word of an actor and lets timers go on. What is said twice is heard once: a repeated
    /// command says nothing about a doubt that came after it.</summary>
    internal static async Task<Outcome<HouseClock>> SayAsync(
        Desk desk, Store store, ClockDoubt doubt, TimeProvider clock, Actor actor, string command,
        CancellationToken ct)
    {
        if (doubt.Reason is not { } reason)
        {
            return (await store.LoadAsync<HouseClock>(HouseClock.Key)).Then<HouseClock>(loaded => loaded.State);
        }

        if (!(await desk.RunAsync<ConfirmClock, HouseClock>(
            HouseClock.Key, new ConfirmClock(reason), actor, command, ct)).TryGet(out var done, out var refusal))
        {
            return refusal;
        }

        if (!done.Repeated)
        {
            doubt.Confirm();
            await store.NoteTimeAsync(clock.Now());
        }

        return done.State;
    }

    private static async Task<IResult> ReadAsync(Store store, ClockDoubt doubt, TimeProvider clock) =>
        (await store.LoadAsync<HouseClock>(HouseClock.Key)).Then<HouseTime>(
            loaded => View(loaded.State, doubt, clock)).ToResult();

    private static async Task<IResult> ConfirmAsync(
        Caller caller, Desk desk, Store store, ClockDoubt doubt, TimeProvider clock, CancellationToken ct) =>
        (await SayAsync(desk, store, doubt, clock, caller.Actor, caller.CommandId, ct)).Then<HouseTime>(
            state => View(state, doubt, clock)).ToResult();

    private static HouseTime View(HouseClock state, ClockDoubt doubt, TimeProvider clock) =>
        new(clock.Now(), doubt.IsInDoubt, doubt.Reason, state.ConfirmedAt, state.By);
}
