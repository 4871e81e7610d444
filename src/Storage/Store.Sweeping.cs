using System.Text;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage;

public sealed partial class Store
{
    /// <summary>
    /// Removes attachments that no fact names: uploads given up half way, or whose request was refused. Reads the whole
    /// journal, so run it seldom.
    /// </summary>
    /// <param name="before">Only files older than this; give uploads in progress at least a day.</param>
    /// <returns>How many were removed, or <c>store.corrupt</c>, <c>store.failed</c>.</returns>
    public Task<Outcome<int>> SweepBlobsAsync(Instant before) => GuardAsync<int>(async () =>
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        var from = 1L;
        while (await dialect.LogAsync(from, Limits.PageSize) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                AddNames(row.Body.Span, named);
            }

            from = rows[^1].Position + 1;
        }

        return Blobs.Sweep(named, before);
    });

    private static void AddNames(ReadOnlySpan<byte> body, HashSet<string> named)
    {
        for (var at = body.IndexOf(BlobRefConverter.Mark); at >= 0; at = body.IndexOf(BlobRefConverter.Mark))
        {
            body = body[(at + BlobRefConverter.Mark.Length)..];
            if (body.Length >= BlobName.TextLength
                && BlobName.TryParse(Encoding.ASCII.GetString(body[..BlobName.TextLength]), out var name))
            {
                named.Add(name.File);
            }
        }
    }
}
