using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>One entry of the access log.</summary>
/// <param name="Position">Its place in the journal; the next page begins before the last one's.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who looked: <c>officer/…</c>, <c>person/…</c>, <c>key/…</c>.</param>
/// <param name="OnBehalfOf">For whom they stood.</param>
/// <param name="Subjects">Whose data.</param>
/// <param name="Fields">Which fields.</param>
/// <param name="Purpose">Why.</param>
/// <param name="Case">For which case.</param>
public sealed record Look(
    long Position,
    Instant At,
    string Actor,
    string? OnBehalfOf,
    ImmutableArray<string> Subjects,
    ImmutableArray<string> Fields,
    string Purpose,
    string? Case);

/// <summary>Reads the access log, newest first, a page at a time. Who may ask is for the door to say.</summary>
/// <param name="store">Where it is.</param>
public sealed class Looks(Store store)
{
    /// <summary>Who looked at a person's or firm's data.</summary>
    /// <param name="subject"><c>person/…</c> or <c>firm/…</c>.</param>
    /// <param name="before">Position of the last entry of the page before; null begins at the newest.</param>
    /// <param name="max">How many at most, 1 to 500.</param>
    public Task<Outcome<ImmutableArray<Look>>> OfAsync(string subject, long? before = null, int max = 50) =>
        ReadAsync(LogLook.Of(subject), before, max);

    /// <summary>
    /// Who looked at the data of whoever an actor stands for. Refuses <c>look.not_yours</c> to one whose authorisation
    /// is limited to single matters: they were not lent the principal's whole life.
    /// </summary>
    /// <param name="actor">Who asks: a resident, for themselves or for another.</param>
    /// <param name="before">Position of the last entry of the page before; null begins at the newest.</param>
    /// <param name="max">How many at most, 1 to 500.</param>
    public async Task<Outcome<ImmutableArray<Look>>> AboutAsync(Actor actor, long? before = null, int max = 50)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.CoversAll
            ? await OfAsync(actor.Subject, before, max)
            : RegistryRefusals.Forbidden(
                "look.not_yours", "A permission for single matters does not show who looked at the principal's data.");
    }

    /// <summary>What an actor looked at.</summary>
    /// <inheritdoc cref="OfAsync"/>
    public Task<Outcome<ImmutableArray<Look>>> ByAsync(string actor, long? before = null, int max = 50) =>
        ReadAsync(LogLook.By(actor), before, max);

    /// <summary>Who looked for a case.</summary>
    /// <inheritdoc cref="OfAsync"/>
    public Task<Outcome<ImmutableArray<Look>>> ForAsync(string caseNumber, long? before = null, int max = 50) =>
        ReadAsync(LogLook.For(caseNumber), before, max);

    private async Task<Outcome<ImmutableArray<Look>>> ReadAsync(string log, long? before, int max)
    {
        var read = await store.ReadFactsAsync<LookLog>(log, before, Math.Clamp(max, 1, 500));
        return read.Refusal is { Code: "store.corrupt" } && before is not null
            ? RegistryRefusals.Invalid("look.page", "There is no such page of this log.")
            : read.Then<ImmutableArray<Look>>(static facts => facts.Select(Entry).OfType<Look>().ToImmutableArray());
    }

    internal static Look? Entry(StoredFact stored) => stored.Fact is DataOpened opened
        ? new Look(
            stored.Stamp.Position, stored.Stamp.At, stored.Stamp.Actor, opened.OnBehalfOf,
            opened.Subjects, opened.Fields, opened.Purpose, opened.Case)
        : null;
}
