using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Governance;

/// <summary>The door to street incidents: their classes, and reporting one.</summary>
/// <param name="book">The pack of today.</param>
/// <param name="cases">Opens cases.</param>
/// <param name="index">Lists cases.</param>
/// <param name="store">Keeps photographs.</param>
public sealed class Incidents(Rulebook book, CaseDesk cases, CaseIndex index, Store store)
{
    /// <summary>Purpose under which photographs of reports are kept.</summary>
    public const string PhotoPurpose = "incident-photos";

    /// <summary>The role whose officers report what they see.</summary>
    public const string CollectorRole = "collector";

    /// <summary>The scope that lets a machine report.</summary>
    public const string Scope = "incidents";

    /// <summary>The classes, by kind and code, each with all its questions.</summary>
    public ImmutableArray<IncidentClass> Classes =>
    [
        .. book.Current.Get(IncidentKind.Kind).All
            .Select(one => IncidentKind.Find(book.Current, one.Id)!)
            .OrderBy(one => one.Kind).ThenBy(one => one.Code, StringComparer.Ordinal)
                .ThenBy(one => one.Id, StringComparer.Ordinal),
    ];

    /// <summary>A class with all its questions; null when there is none.</summary>
    public IncidentClass? Find(string id) => IncidentKind.Find(book.Current, id);

    /// <summary>The incidents somebody reported, newest first.</summary>
    public ImmutableArray<CaseRow> Of(Actor reporter) =>
        [.. index.OfParty(reporter).Where(row => row.Subject.Kind == IncidentClass.SubjectKind)];

    /// <summary>Why the actor may not report in an area; null: they may. Refuses <c>incident.sign_in</c>,
    /// <c>incident.not_yours</c>.</summary>
    public static Refusal? Refuse(Actor actor, string area)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(area);
        return actor.Kind switch
        {
            ActorKind.Resident => null,
            ActorKind.Officer when actor.Duties.Any(duty => duty.Role == CollectorRole && Reaches(duty, area)) => null,
            ActorKind.Machine when actor.Duties.Any(duty => duty.Role == Scope && Reaches(duty, area)) => null,
            ActorKind.Anonymous => new Refusal(RefusalKind.Unauthenticated, "incident.sign_in", "Sign in to report."),
            _ => new Refusal(RefusalKind.Forbidden, "incident.not_yours", "You do not report incidents of this place."),
        };
    }

    /// <summary>Takes a photograph in, before the report that names it. Refuses as <see cref="Upload.TakeAsync"/>
    /// does.</summary>
    public Task<Outcome<Upload>> TakePhotoAsync(Stream content, string? name, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Upload.TakeAsync(store, content, name, actor.Subject, PhotoPurpose, ct);
    }

    /// <summary>Reports an incident: it becomes a case. Refuses as <see cref="Refuse"/> and
    /// <see cref="OpenCase.Decide"/>
    /// do.</summary>
    public async Task<Outcome<Case>> ReportAsync(
        ReportIncident request, ImmutableArray<PaperGiven> photos, Actor actor, string command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        if (Refuse(actor, request.Area ?? "") is { } refusal)
        {
            return refusal;
        }

        var open = new OpenCase(
            IncidentClass.SubjectKind, request.Class ?? "", request.Area ?? "", request.Answers ?? [], Channel(actor))
        {
            Papers = [.. photos.Select(photo => photo with { Rule = "other" })],
        };
        return await cases.OpenAsync(open, actor, command, ct);
    }

    private static bool Reaches(Duty duty, string area) =>
        duty.Area is null || area.StartsWith(duty.Area, StringComparison.Ordinal);

    private static string Channel(Actor actor) => actor.Kind switch
    {
        ActorKind.Officer => "collector",
        ActorKind.Machine => "api",
        _ => "web",
    };
}
