using System.Text.Json;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime.Text;

namespace Heluo.Operating;

/// <summary>Asks for a backup.</summary>
/// <param name="Folder">Where the data go; added to what is there.</param>
/// <param name="Keys">Where the keys go, apart from the data; null: nowhere.</param>
internal sealed record OperatorBackup(string Folder, string? Keys) : StoreRequest
{
    protected override async Task<Outcome<JsonElement>> RunAsync(Store store, Stream target, CancellationToken ct)
    {
        if (!(await store.BackupAsync(new BackupFolder(Folder), HouseSettings.Wall.Now(), ct))
            .TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        if (Keys is not null && KeyCopy.Run(store.KeysFolder, Keys).Refusal is { } uncopied)
        {
            return uncopied;
        }

        return JsonSerializer.SerializeToElement(
            new BackupWritten(Folder, run.To, run.Link, InstantPattern.ExtendedIso.Format(run.At), Keys),
            JsonSerializerOptions.Web);
    }
}

/// <summary>What a backup has come to.</summary>
internal sealed record BackupWritten(string Folder, long Facts, string Link, string At, string? Keys);
