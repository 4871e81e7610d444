using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>One sealed value with the name by which the access log calls it.</summary>
/// <param name="Name">The field's name, e.g. <c>name</c>, <c>answers.phone</c>; 1 to 80 characters.</param>
/// <param name="Value">The value.</param>
public readonly record struct PersonalField(string Name, Sealed Value);

/// <summary>What was opened, in the order it was asked for.</summary>
/// <param name="Values">The values; null where one was erased.</param>
public sealed record OpenedData(ImmutableArray<JsonElement?> Values)
{
    /// <summary>A value that is a text; null when it was erased or is no text.</summary>
    public string? Text(int index) =>
        Values[index] is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}

/// <summary>
/// The one door to personal data. It first writes down who looks at whose data, at which fields, why and for which
/// case;
/// only when that is on disk does it open anything. Whoever has no reason to give is shown masks.
/// </summary>
/// <param name="store">Where the sealed values' keys are.</param>
/// <param name="desk">Where the entry is written.</param>
/// <param name="ids">Gives the entries' command ids.</param>
/// <param name="clock">The clock of the house.</param>
public sealed class PersonalData(Store store, Desk desk, Ids ids, TimeProvider clock)
{
    private const int MostOwn = 100_000;
    private readonly Lock gate = new();
    private readonly HashSet<string> ownLooks = new(StringComparer.Ordinal);
    private long ownDay;

    /// <summary>Opens values that the log calls by their purpose.</summary>
    /// <inheritdoc cref="OpenAsync(Actor, string, string?, IReadOnlyList{PersonalField}, CancellationToken)"/>
    public Task<Outcome<OpenedData>> OpenAsync(
        Actor actor, string purpose, string? caseNumber, IReadOnlyList<Sealed> values, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        return OpenAsync(actor, purpose, caseNumber, [.. values.Select(value => new PersonalField(
            store.Vault.OwnerOf(value).TryGet(out var owner, out _) ? owner.Purpose : "erased", value))], ct);
    }

    /// <summary>Opens values, having written down who looks. Whose they are is told by their keys, not by the
    /// caller.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="purpose">Why: 2 to 60 small letters, digits and hyphens, e.g. <c>handle-application</c>.</param>
    /// <param name="caseNumber">For which case; null when for none, which the auditor is shown.</param>
    /// <param name="fields">1 to 100 values of at most 20 subjects.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>
    /// The values, erased ones as null; or <c>data.sign_in_needed</c>, <c>data.not_for_administrators</c>,
    /// <c>data.not_yours</c>, <c>data.answers</c>, <c>vault.…</c>, <c>store.…</c>. When it refuses, nothing was opened.
    /// </returns>
    public async Task<Outcome<OpenedData>> OpenAsync(
        Actor actor,
        string purpose,
        string? caseNumber,
        IReadOnlyList<PersonalField> fields,
        CancellationToken ct = default) =>
        (await ProveAsync(actor, purpose, caseNumber, fields, ct)).Then<OpenedData>(
            opened => new OpenedData([.. opened.Select(one => one?.Value)]));

    /// <summary>Opens values together with the salts that prove them; see <see cref="Commitments"/>.</summary>
    /// <inheritdoc cref="OpenAsync(Actor, string, string?, IReadOnlyList{PersonalField}, CancellationToken)"/>
    public async Task<Outcome<ImmutableArray<ProvenValue?>>> ProveAsync(
        Actor actor,
        string purpose,
        string? caseNumber,
        IReadOnlyList<PersonalField> fields,
        CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(fields);
        if (!Subjects(fields).TryGet(out var subjects, out var refusal))
        {
            return refusal;
        }

        if (subjects.Length > 0 || fields.Count == 0)
        {
            ImmutableArray<string> names = [.. fields.Select(field => field.Name)];
            var look = new LogLook(subjects, names, purpose, caseNumber) { Actor = actor.Id };
            if (await LogAsync(look, actor, ct) is { } refused)
            {
                return refused;
            }
        }

        return Open(fields);
    }

    /// <summary>What may be shown of a value where nobody has said why they look; nothing is written down.</summary>
    public string Masked(MaskKind kind, Sealed? value) =>
        value is not null && store.Vault.OpenTextUnlogged(value).TryGet(out var text, out _)
            ? Mask.Of(kind, text)
            : "***";

    /// <summary>Whether a text is the sealed one, without telling it; blanks around it and the case of letters do not
    /// count.</summary>
    internal bool IsSame(Sealed value, string text) =>
        store.Vault.OpenTextUnlogged(value).TryGet(out var hidden, out _)
        && string.Equals(hidden.Trim(), text.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The day somebody comes of age, 18 years after their birth, as a citizen's number tells it; null when
    /// the document tells nothing of it.</summary>
    internal LocalDate? OfAge(Person person) =>
        person is { Scheme: IdentityScheme.CitizenId, Number: { } number }
        && store.Vault.OpenTextUnlogged(number).TryGet(out var text, out _)
        && CitizenId.Read(text).TryGet(out var id, out _)
            ? id.BirthDate.PlusYears(18)
            : null;

    private Outcome<ImmutableArray<string>> Subjects(IReadOnlyList<PersonalField> fields)
    {
        var subjects = ImmutableArray.CreateBuilder<string>();
        foreach (var field in fields)
        {
            if (store.Vault.OwnerOf(field.Value).TryGet(out var owner, out var refusal))
            {
                if (!subjects.Contains(owner.Subject, StringComparer.Ordinal))
                {
                    subjects.Add(owner.Subject);
                }
            }
            else if (refusal.Kind != RefusalKind.Gone)
            {
                return refusal;
            }
        }

        return subjects.ToImmutable();
    }

    private async Task<Refusal?> LogAsync(LogLook look, Actor actor, CancellationToken ct)
    {
        // Who looks at their own is written down once a day and purpose: the log answers who else looked.
        var own = look.Subjects.All(subject => subject == actor.Id);
        if (own && WasLogged(look))
        {
            return null;
        }

        var key = LogLook.Of(look.Subjects.FirstOrDefault("nobody"));
        var logged = await desk.RunAsync<LogLook, LookLog>(key, look, actor, ids.Next(), ct);
        if (own && !logged.IsRefused)
        {
            Remember(look);
        }

        return logged.Refusal;
    }

    private bool WasLogged(LogLook look)
    {
        lock (gate)
        {
            var day = clock.Now().ToUnixTimeSeconds() / 86_400;
            if (day != ownDay || ownLooks.Count >= MostOwn)
            {
                ownLooks.Clear();
                ownDay = day;
            }

            return ownLooks.Contains(Own(look));
        }
    }

    private void Remember(LogLook look)
    {
        lock (gate)
        {
            ownLooks.Add(Own(look));
        }
    }

    private static string Own(LogLook look) =>
        $"{look.Actor}\n{look.Purpose}\n{look.Case}\n{string.Join(' ', look.Fields)}";

    private Outcome<ImmutableArray<ProvenValue?>> Open(IReadOnlyList<PersonalField> fields)
    {
        var values = ImmutableArray.CreateBuilder<ProvenValue?>(fields.Count);
        foreach (var field in fields)
        {
            var opened = store.Vault.ProveUnlogged(field.Value);
            if (opened.Refusal is { Kind: not RefusalKind.Gone } refusal)
            {
                return refusal;
            }

            values.Add(opened.IsRefused ? null : opened.Value);
        }

        return values.MoveToImmutable();
    }
}
