using System.Text;
using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>Keys that sign, each in a file of the keys folder that its owner alone may read (0600).</summary>
public static class SigningKeys
{
    /// <summary>The key of the journal's checkpoints.</summary>
    public const string Journal = "journal.pem";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens the key of a file, making it when it is missing.</summary>
    /// <param name="folder">The keys folder.</param>
    /// <param name="file">Name of the file, PEM.</param>
    /// <param name="suite">What a new key is made with.</param>
    /// <returns>The key, or <c>key.exposed</c>, <c>key.form</c>.</returns>
    public static Outcome<SigningKey> Open(string folder, string file, CryptoSuite suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            Make(folder, path, suite);
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
        {
            return new Refusal(
                RefusalKind.Unavailable, "key.exposed", $"{file} may be read by others: chmod 600 it.");
        }

        var pem = File.ReadAllText(path);
        return (Es256.ReadPrivate(pem) ?? Sm2.ReadPrivate(pem)) is { } key
            ? key
            : new Refusal(RefusalKind.Unavailable, "key.form", $"{file} does not hold a key that signs here.");
    }

    // Written beside and renamed, so that a crash leaves either no key or a whole one.
    private static void Make(string folder, string path, CryptoSuite suite)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream($"{path}.new", options))
        {
            file.Write(Encoding.ASCII.GetBytes(suite.MakeKey()));
            file.Flush(flushToDisk: true);
        }

        File.Move($"{path}.new", path, overwrite: false);
    }
}
