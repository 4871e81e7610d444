using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Writes down that personal data is about to be opened. It is decided before anything is opened: no entry, no data
/// (PIPL art. 51, 54). The stream is the log of the first subject.
/// </summary>
/// <param name="Subjects">Whose, 1 to 20.</param>
/// <param name="Fields">Which fields, 1 to 100.</param>
/// <param name="Purpose">Why, 2 to 60 small letters, digits and hyphens.</param>
/// <param name="Case">For which case; null when for none.</param>
internal sealed record LogLook(
    ImmutableArray<string> Subjects, ImmutableArray<string> Fields, string Purpose, string? Case)
    : IDecision<LogLook, LookLog>, IDeclaresReads<LookLog>
{
    internal const int MostSubjects = 20;
    internal const int MostFields = 100;
    /// <summary>The log of a subject.</summary>
    internal static string Of(string subject) => $"of/{subject}";

    /// <summary>The log of an actor.</summary>
    internal static string By(string actor) => LookLog.ByPrefix + actor;

    /// <summary>The log of a case.</summary>
    internal static string For(string number) => $"for/{number}";

    /// <summary>Who looks; it names the actor's own log.</summary>
    public required string Actor { get; init; }

    /// <inheritdoc/>
    public void Declare(LookLog state, ReadList list)
    {
        foreach (var log in Others())
        {
            list.Add<LookLog>(log, mayWrite: true);
        }
    }

    /// <summary>
    /// Refuses <c>data.sign_in_needed</c>, <c>data.not_for_administrators</c>, <c>data.not_yours</c>,
    /// <c>data.answers</c>.
    /// </summary>
    public static Outcome<Decided> Decide(LookLog state, Actor actor, Reads reads, LogLook request, Instant now)
    {
        if (request.Check(actor) is { Count: > 0 } faults)
        {
            return RegistryRefusals.Invalid("data.answers", "Say whose data you open, which, and why.", faults);
        }

        if (request.Refuse(actor) is { } refusal)
        {
            return refusal;
        }

        var opened = new DataOpened(request.Subjects, request.Fields, request.Purpose, request.Case, actor.OnBehalfOf);
        return request.Others().Aggregate(Decided.With(opened), (decided, log) => decided.Also<LookLog>(log, opened));
    }

    private IEnumerable<string> Others()
    {
        IEnumerable<string> logs = [.. Subjects.Skip(1).Select(Of), By(Actor)];
        return Case is null ? logs : logs.Append(For(Case));
    }

    // A resident reaches beyond their own only within a case, whose rule has already said that it concerns them.
    private Refusal? Refuse(Actor actor) => actor.Kind switch
    {
        ActorKind.Anonymous => new Refusal(RefusalKind.Unauthenticated, "data.sign_in_needed", "Sign in first."),
        ActorKind.Administrator => RegistryRefusals.Forbidden(
            "data.not_for_administrators", "Administrators run the house; they do not read its people's data."),
        ActorKind.Officer or ActorKind.Machine when actor.Duties.IsEmpty
            => RegistryRefusals.Forbidden("data.not_yours", "Without a duty there is nothing to read."),
        ActorKind.Resident when Case is null
            && Subjects.Any(subject => subject != actor.Id && subject != actor.OnBehalfOf)
            => RegistryRefusals.Forbidden("data.not_yours", "This is somebody else's."),
        _ => null,
    };

    private Faults Check(Actor actor) => new Faults()
        .Unless(actor.Id == Actor, "actor", "data.actor", "The entry names whoever looks.")
        .Unless(
            Subjects.Length is >= 1 and <= MostSubjects,
            "subjects", "data.subjects", "Open the data of 1 to 20 at a time.")
        .Unless(
            Subjects.Distinct(StringComparer.Ordinal).Count() == Subjects.Length,
            "subjects", "data.subjects", "Each subject once.")
        .Unless(Fields.Length is >= 1 and <= MostFields, "fields", "data.fields", "Open 1 to 100 fields at a time.")
        .Unless(
            Fields.All(field => Texts.IsName(field, 80)),
            "fields", "data.fields", "A field's name has 1 to 80 characters.")
        .Unless(
            Texts.IsId(Purpose),
            "purpose", "data.purpose", "Say why, in 2 to 60 small letters, digits and hyphens.")
        .Unless(
            Case is null || Texts.IsName(Case, 80),
            "case", "data.case", "The case's number has 1 to 80 characters.");
}
