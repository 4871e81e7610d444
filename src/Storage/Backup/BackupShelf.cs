using NodaTime;

namespace Heluo.Storage;

/// <summary>Carries attachments from one shelf to another as they are, encrypted.</summary>
internal static class BackupShelf
{
    /// <summary>Copies one; false when it is not there. One that is there already stays.</summary>
    public static bool Move(IBlobShelf from, IBlobShelf to, string name, string folder, Instant at)
    {
        using (var there = to.Open(name))
        {
            if (there is not null)
            {
                return true;
            }
        }

        using var content = from.Open(name);
        if (content is null)
        {
            return false;
        }

        var draft = Path.Combine(folder, $"{name}.new");
        Directory.CreateDirectory(folder);
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            content.CopyTo(file);
            file.Flush(flushToDisk: true);
        }

        Directory.CreateDirectory(Path.Combine(folder, "blobs"));
        to.Keep(name, draft, at);
        File.Delete(draft);
        return true;
    }
}
