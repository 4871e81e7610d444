using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using Microsoft.AspNetCore.Http;

namespace Heluo.Cases;

/// <summary>Takes in the files of a posted form, for rooms that draw pages: they name no store.</summary>
/// <param name="store">Keeps the files.</param>
public sealed class CaseUploads(Store store)
{
    /// <summary>Takes in every file that is not empty, each as the paper that its field names. Refuses
    /// <c>upload.too_many</c> and as <see cref="Upload.TakeAsync"/> does; the fault names the field.</summary>
    /// <param name="files">The files of the form.</param>
    /// <param name="subject">Whose they are.</param>
    /// <param name="purpose">What they are kept for.</param>
    /// <param name="trust">Trust level A–D of what comes this way.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<ImmutableArray<PaperGiven>>> TakeAsync(
        IFormFileCollection files, string subject, string purpose, string trust, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(files);
        var papers = ImmutableArray.CreateBuilder<PaperGiven>();
        foreach (var file in files.Where(file => file.Length > 0))
        {
            if (papers.Count == UploadForm.MostFiles)
            {
                return UploadForm.TooMany();
            }

            await using var content = file.OpenReadStream();
            if (!(await Upload.TakeAsync(store, content, file.FileName, subject, purpose, ct))
                .TryGet(out var taken, out var refusal))
            {
                return refusal with { Faults = [new Fault(file.Name, refusal.Code, refusal.Sentence)] };
            }

            papers.Add(new PaperGiven(file.Name, taken.Name, taken.Blob, trust));
        }

        return papers.ToImmutable();
    }

    /// <summary>A paper that was seen and stays with its owner.</summary>
    /// <param name="rule">The paper it is.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="trust">Trust level A–D.</param>
    public static PaperGiven Seen(string rule, string name, string trust) => new(rule, name, Blob: null, trust);
}
