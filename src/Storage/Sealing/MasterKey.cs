using System.Text;
using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>The key that wraps all data keys: one line in <c>master.key</c>, readable by its owner alone
/// (0600).</summary>
internal static class MasterKey
{
    private const string Form = "heluo-master-1";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key. Refuses <c>vault.master_missing</c>, <c>vault.master_exposed</c>,
    /// <c>vault.master_form</c>.</summary>
    public static Outcome<Master> Read(string path)
    {
        if (!File.Exists(path))
        {
            return VaultRefusals.MasterMissing(path);
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
        {
            return VaultRefusals.MasterExposed(path);
        }

        var parts = File.ReadAllText(path).Trim().Split(' ');
        if (parts is not [Form, var name, var text] || Ciphers.Find(name) is not { } cipher)
        {
            return VaultRefusals.MasterForm(path);
        }

        var key = new byte[cipher.KeyBytes];
        return Convert.TryFromBase64String(text, key, out var length) && length == key.Length
            ? new Master(key, cipher)
            : VaultRefusals.MasterForm(path);
    }

    /// <summary>Makes a new key; it is on disk when this returns.</summary>
    public static Master Make(string path, ICipher cipher, Action<Span<byte>> chance)
    {
        var key = new byte[cipher.KeyBytes];
        chance(key);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(path, options))
        {
            file.Write(Encoding.ASCII.GetBytes($"{Form} {cipher.Algorithm} {Convert.ToBase64String(key)}\n"));
            file.Flush(flushToDisk: true);
        }

        Disk.SyncFolder(Path.GetDirectoryName(path)!);
        return new Master(key, cipher);
    }
}

/// <summary>The master key with the cipher it is for.</summary>
internal sealed record Master(byte[] Key, ICipher Cipher);
