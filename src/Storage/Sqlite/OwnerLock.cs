namespace Heluo.Storage.Sqlite;

/// <summary>The lock file that makes one process the owner of a folder; the system drops it when the process
/// ends.</summary>
internal sealed class OwnerLock : IDisposable
{
    private readonly FileStream file;

    private OwnerLock(FileStream file) => this.file = file;

    /// <summary>Null when another process, or another store of this one, holds it.</summary>
    public static OwnerLock? Take(string path)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
