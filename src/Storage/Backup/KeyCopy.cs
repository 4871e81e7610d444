using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>Copies the keys of a store, apart from any copy of its data.</summary>
public static class KeyCopy
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Copies the keys folder while the house may go on; what was there before is replaced.</summary>
    /// <param name="keys">The keys folder.</param>
    /// <param name="target">Where to; only its owner may read it.</param>
    /// <returns>How many files, or <c>backup.unwritten</c>, <c>backup.keys_missing</c>.</returns>
    public static Outcome<int> Run(string keys, string target)
    {
        ArgumentException.ThrowIfNullOrEmpty(keys);
        ArgumentException.ThrowIfNullOrEmpty(target);
        try
        {
            return !File.Exists(Path.Combine(keys, "master.key")) ? BackupRefusals.KeysMissing(keys)
                : Copy(keys, target);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or DialectException)
        {
            return BackupRefusals.Unwritten(failed.Message);
        }
    }

    private static int Copy(string keys, string target)
    {
        var made = Directory.CreateDirectory(target);
        if (!OperatingSystem.IsWindows())
        {
            made.UnixFileMode = OwnerOnly | UnixFileMode.UserExecute;
        }

        var count = 0;
        foreach (var file in Directory.GetFiles(keys))
        {
            var to = Path.Combine(target, Path.GetFileName(file));
            switch (Path.GetExtension(file))
            {
                case ".db":
                    File.Delete(to);
                    Snapshot(file, to);
                    break;
                case ".key" or ".pem":
                    File.Copy(file, to, overwrite: true);
                    break;
                default:
                    continue;
            }

            count++;
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(to, OwnerOnly);
            }
        }

        return count;
    }

    // A database that is written meanwhile is copied as it stood at one moment.
    private static void Snapshot(string file, string to)
    {
        using var database = Sqlite.Database.Open(file, readOnly: true);
        using var copy = database.PrepareOnce("VACUUM INTO ?1");
        copy.Bind(1, to).Run();
    }
}
