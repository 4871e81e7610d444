using System.Globalization;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Storage;

namespace Heluo.Cases;

/// <summary>A paper whose content may be read now.</summary>
/// <param name="Name">Its cleaned name; only ever shown, never a path.</param>
/// <param name="MediaType">What its first bytes said it was when it was taken in.</param>
/// <param name="Content">The content, checked piece by piece while it is read; close it.</param>
public sealed record OpenedPaper(string Name, string MediaType, Stream Content);

/// <summary>Opens papers of cases: whoever may read the case may open a paper, once it is written down that they
/// do.</summary>
/// <param name="store">Keeps the contents.</param>
/// <param name="data">Writes down who looks.</param>
public sealed class CasePapers(Store store, PersonalData data)
{
    /// <summary>What the access log says a paper is opened for.</summary>
    public const string Purpose = "read-paper";

    /// <summary>Opens one paper of a case that the actor was allowed to read.</summary>
    /// <param name="state">The case.</param>
    /// <param name="index">Which of <see cref="Case.Papers"/>, from 0.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>The paper, or <c>papers.none</c>, <c>papers.not_kept</c>, <c>papers.erased</c>, and what
    /// <see cref="PersonalData"/> and the blob store refuse. Without an entry in the log nothing is opened.</returns>
    public async Task<Outcome<OpenedPaper>> OpenAsync(Case state, int index, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (index < 0 || index >= state.Papers.Length)
        {
            return new Refusal(RefusalKind.NotFound, "papers.none", "The case has no such paper.");
        }

        var paper = state.Papers[index];
        if (paper.Blob is not { } blob)
        {
            return new Refusal(RefusalKind.NotFound, "papers.not_kept", "The paper was seen and kept by its owner.");
        }

        var field = new PersonalField(string.Create(CultureInfo.InvariantCulture, $"papers.{index}"), blob.Key);
        if (!(await data.OpenAsync(actor, Purpose, state.Number, [field], ct)).TryGet(out var opened, out var refusal))
        {
            return refusal;
        }

        return opened.Values[0] is null
            ? new Refusal(RefusalKind.Gone, "papers.erased", "The content of this paper was erased.")
            : store.Blobs.OpenUnlogged(blob).Then<OpenedPaper>(content =>
                new OpenedPaper(paper.Name, FileKind.MediaType(Path.GetExtension(paper.Name).TrimStart('.')), content));
    }
}
