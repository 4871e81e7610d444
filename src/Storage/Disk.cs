using System.Runtime.InteropServices;

namespace Heluo.Storage;

/// <summary>Makes the names in a folder durable, which .NET has no call for.</summary>
internal static class Disk
{
    /// <summary>Syncs a folder, so that a file just made or renamed in it is found after a power loss.</summary>
    /// <exception cref="IOException">The folder cannot be synced.</exception>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, flags: 0);
        if (handle < 0)
        {
            throw new IOException($"The folder '{folder}' cannot be opened to sync it.");
        }

        var failed = Sync(handle) != 0;
        _ = Close(handle);
        if (failed)
        {
            throw new IOException($"The folder '{folder}' cannot be synced.");
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
