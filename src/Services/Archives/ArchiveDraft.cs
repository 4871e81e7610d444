namespace Heluo.Services;

/// <summary>Where an archive is put together before it is handed over: a file that nobody else can read and that has no
/// name any more, so that nothing personal stays behind when the process ends.</summary>
public static class ArchiveDraft
{
    private const int LongestName = 80;

    /// <summary>Opens one; it is gone when it is closed.</summary>
    public static Stream Open()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(file.Name);
        }

        return file;
    }

    /// <summary>The name under which the archive of a case is saved.</summary>
    public static string NameOf(string number) => string.Concat(
        number.Take(LongestName).Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-')) + ".zip";
}
