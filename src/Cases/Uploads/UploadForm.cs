using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Cases;

/// <summary>A request that comes with files: a JSON part named <c>request</c> first, then the files, each named by the
/// paper
/// it answers (<c>other</c> for any other).</summary>
/// <param name="Request">The JSON part.</param>
/// <param name="Papers">The files, taken in.</param>
public sealed record UploadForm<T>(T Request, ImmutableArray<PaperGiven> Papers);

/// <summary>Reads requests that come with files.</summary>
public static class UploadForm
{
    /// <summary>Most files of one request.</summary>
    public const int MostFiles = 10;

    private const int MostJson = 256 * 1024;

    /// <summary>Reads the JSON part, then takes the files in.</summary>
    /// <param name="body">The body.</param>
    /// <param name="store">Keeps the files.</param>
    /// <param name="json">How JSON is read.</param>
    /// <param name="owner">Whose the files are, once the request is known; it may refuse before any file is
    /// taken.</param>
    /// <param name="purpose">What the files are kept for.</param>
    /// <param name="trust">Trust level A–D of what comes this way.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Both; or <c>upload.form</c>, <c>upload.request</c>, <c>upload.too_many</c>, <c>upload.kind</c>,
    /// <c>upload.empty</c>, what <paramref name="owner"/> and the blob store refuse.</returns>
    public static async Task<Outcome<UploadForm<T>>> ReadAsync<T>(
        UploadBody body, Store store, JsonSerializerOptions json, Func<T, Task<Outcome<string>>> owner, string purpose,
        string trust, CancellationToken ct)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(owner);
        if (!(await body.NextAsync(ct)).TryGet(out var first, out var refusal))
        {
            return refusal;
        }

        if (first is not { Field: "request", FileName: null } || await ReadJsonAsync<T>(
            first.Content, json, ct) is not { } request)
        {
            return new Refusal(
                RefusalKind.Invalid, "upload.request", "The first part must be named request and hold the JSON.");
        }

        if (!(await owner(request)).TryGet(out var subject, out refusal))
        {
            return refusal;
        }

        var papers = ImmutableArray.CreateBuilder<PaperGiven>();
        while (true)
        {
            if (!(await body.NextAsync(ct)).TryGet(out var part, out refusal) && refusal is not null)
            {
                return refusal;
            }

            if (part is null)
            {
                return new UploadForm<T>(request, papers.ToImmutable());
            }

            if (papers.Count == MostFiles)
            {
                return TooMany();
            }

            if (!(await Upload.TakeAsync(
                store, part.Content, part.FileName, subject, purpose, ct)).TryGet(out var taken, out refusal))
            {
                return refusal;
            }

            papers.Add(
                new PaperGiven(part.Field is { Length: > 0 } rule ? rule : "other", taken.Name, taken.Blob, trust));
        }
    }

    /// <summary>A JSON value of at most 256 kB; null when it is longer or cannot be read.</summary>
    public static async Task<T?> ReadJsonAsync<T>(Stream content, JsonSerializerOptions json, CancellationToken ct)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(content);
        var bytes = new byte[MostJson];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        try
        {
            return read < bytes.Length ? JsonSerializer.Deserialize<T>(bytes.AsSpan(0, read), json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static Refusal TooMany() =>
        new(RefusalKind.TooLarge, "upload.too_many", $"At most {MostFiles} files come with one request.");
}
