using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Services;

/// <summary>The door to drafts: begin, read, answer, attach, send.</summary>
/// <param name="desk">Decides and appends.</param>
/// <param name="store">Loads, and keeps papers.</param>
/// <param name="cases">Where an application goes.</param>
/// <param name="book">The rules.</param>
/// <param name="clock">The clock of the house.</param>
public sealed class DraftDesk(Desk desk, Store store, CaseDesk cases, Rulebook book, TimeProvider clock)
{
    private const int ShortestKey = 26;
    private const int PaperId = 16;

    /// <summary>Purpose under which attached papers are kept.</summary>
    public const string PaperPurpose = "application-papers";

    /// <summary>The article that demands papers: the applicant gives what shows that the conditions are met.</summary>
    public const string PaperBasis = "licensing-law/31";

    /// <summary>How long papers are kept.</summary>
    public const string PaperRetention = "10y";

    /// <summary>Begins a draft. Refuses as <see cref="BeginDraft.Decide"/> does.</summary>
    public async Task<Outcome<Draft>> BeginAsync(
        BeginDraft request, Actor actor, string command, CancellationToken ct) =>
        State(await desk.RunAsync<BeginDraft, Draft>(
            Repeatable(ShortestKey, "draft", actor?.Id, command), request, actor!, command, ct));

    /// <summary>The draft with a key, for whoever may touch it. Refuses <c>draft.unknown</c>.</summary>
    public async Task<Outcome<Draft>> ReadAsync(string key, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return (await store.LoadAsync<Draft>(key)).TryGet(out var loaded, out var refusal)
            ? loaded.Version > 0 && DraftAccess.IsTheirs(
                loaded.State, actor, book) ? loaded.State : DraftRefusals.Unknown()
            : refusal;
    }

    /// <summary>Answers questions. Refuses as <see cref="AnswerDraft.Decide"/> does.</summary>
    public async Task<Outcome<Draft>> AnswerAsync(
        string key, AnswerDraft request, Actor actor, string command, CancellationToken ct) =>
        State(await desk.RunAsync<AnswerDraft, Draft>(key, request, actor, command, ct));

    /// <summary>Takes a paper in. Refuses <c>upload.kind</c>, <c>upload.not_accepted</c>, what the blob store refuses,
    /// and as
    /// <see cref="AttachPaper.Decide"/> does.</summary>
    public async Task<Outcome<Draft>> UploadAsync(
        string key, string rule, string? name, Stream content, Actor actor, string command, CancellationToken ct)
    {
        if (!(await ReadAsync(key, actor)).TryGet(out var draft, out var refusal))
        {
            return refusal;
        }

        if (!(await Upload.TakeAsync(
            store, content, name, draft.Owner, PaperPurpose, ct)).TryGet(out var taken, out refusal))
        {
            return refusal;
        }

        var wanted = DraftForm.ItemOf(book, draft)?.Papers.FirstOrDefault(paper => paper.Id == rule);
        if (wanted is not null && !wanted.Accepts.Contains(taken.Kind))
        {
            return Upload.NotAccepted(wanted.Accepts);
        }

        var paper = new DraftPaper(
            Repeatable(PaperId, key, command), rule, taken.Name, taken.Blob, draft.Officer is null ? "C" : "B");
        return State(await desk.RunAsync<AttachPaper, Draft>(key, new AttachPaper(paper), actor, command, ct));
    }

    /// <summary>Records a paper seen at the window. Refuses as <see cref="AttachPaper.Decide"/> does.</summary>
    public async Task<Outcome<Draft>> RecordAsync(
        string key, string rule, string name, Actor actor, string command, CancellationToken ct) =>
        State(await desk.RunAsync<AttachPaper, Draft>(
            key, new AttachPaper(
                new DraftPaper(Repeatable(PaperId, key, command), rule, name, Blob: null, "B")), actor, command, ct));

    /// <summary>Takes a paper away.</summary>
    public async Task<Outcome<Draft>> DetachAsync(
        string key, string paper, Actor actor, string command, CancellationToken ct) =>
        State(await desk.RunAsync<DetachPaper, Draft>(key, new DetachPaper(paper), actor, command, ct));

    /// <summary>Throws a draft away.</summary>
    public async Task<Outcome<Draft>> DropAsync(string key, Actor actor, string command, CancellationToken ct) =>
        State(await desk.RunAsync<CloseDraft, Draft>(key, new CloseDraft(null), actor, command, ct));

    /// <summary>What is asked of a draft now, page by page, with what was answered.</summary>
    public DraftPages Pages(Draft draft, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return DraftPages.Of(draft, book, actor, clock.Now());
    }

    /// <summary>The answers of a draft in the clear, for its own owner or clerk; a read that the caller must have
    /// logged.</summary>
    internal Outcome<ImmutableDictionary<string, JsonElement>> OpenUnlogged(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var all = draft.Answers.ToBuilder();
        foreach (var (field, value) in draft.Personal)
        {
            if (!store.Vault.OpenUnlogged(value).TryGet(out var opened, out var refusal))
            {
                return refusal;
            }

            all[field] = opened;
        }

        return all.ToImmutable();
    }

    /// <summary>
    /// Sends the application: it becomes a case. Sending twice gives the same case. Refuses <c>draft.*</c>,
    /// <c>draft.papers_missing</c> with every missing paper, and as <see cref="OpenCase.Decide"/> does.
    /// </summary>
    public async Task<Outcome<Case>> SendAsync(string key, Actor actor, CancellationToken ct)
    {
        if (!(await ReadAsync(key, actor)).TryGet(out var draft, out var refusal))
        {
            return refusal;
        }

        if (draft.Number is { } sent)
        {
            return await cases.ReadAsync(sent, actor, ct);
        }

        if (draft.Area is null)
        {
            return DraftRefusals.NoArea();
        }

        // Nobody looks: the values go from one sealed envelope into another.
        if ((DraftAccess.Refuse(draft, actor, book) ?? Missing(draft, actor)) is { } missing)
        {
            return missing;
        }

        if (draft.Officer is not null && NotAtTheirWindow(draft, actor) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!OpenUnlogged(draft).TryGet(out var answers, out refusal))
        {
            return refusal;
        }

        var command = string.Create(CultureInfo.InvariantCulture, $"send-{key}-{draft.Version}");
        var open =
            new OpenCase(Item.SubjectKind, draft.Item, draft.Area, answers, draft.Officer is null ? "web" : "window")
        {
            Parties = ImmutableDictionary<string, string>.Empty.Add("applicant", draft.Owner),
            Papers = [.. draft.Papers.Select(paper => new PaperGiven(paper.Rule, paper.Name, paper.Blob, paper.Trust))],
        };
        if (!(await cases.OpenAsync(open, actor, command, ct)).TryGet(out var opened, out refusal))
        {
            return refusal;
        }

        return (await desk.RunAsync<CloseDraft, Draft>(key, new CloseDraft(opened.Number), actor, $"close-{key}", ct))
            .TryGet(out _, out refusal)
            ? opened
            : refusal;
    }

    private Refusal? Missing(Draft draft, Actor actor)
    {
        // At the window an incomplete application is taken too: what is missing is then told once, in writing.
        if (draft.Officer is not null)
        {
            return null;
        }

        ImmutableArray<Fault> faults = [.. Pages(draft, actor).Papers
            .Where(paper => paper.Rule.Required && paper.Given.IsEmpty)
            .Select(paper => new Fault("papers." + paper.Rule.Id, "papers.missing", "This paper is needed."))];
        return faults.IsEmpty ? null : DraftRefusals.Missing(faults);
    }

    private Refusal? NotAtTheirWindow(Draft draft, Actor actor) =>
        !book.ForNew(
            Item.SubjectKind, draft.Item, draft.Area!, clock.Now()).TryGet(out var ground, out var refusal) ? refusal
        : actor.Holds(BeginDraft.WindowRole, ground.Agency, draft.Area) ? null
        : DraftRefusals.NotYours();

    // The same command must come to the same thing again.
    private static string Repeatable(int length, params string?[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..length];

    private static Outcome<Draft> State(Outcome<Done<Draft>> done) =>
        done.TryGet(out var given, out var refusal) ? given.State : refusal;
}
