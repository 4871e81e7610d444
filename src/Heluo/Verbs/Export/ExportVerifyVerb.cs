using System.CommandLine;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Services;
using NodaTime.Text;

namespace Heluo.Verbs.Export;

/// <summary><c>heluo export verify</c>: verifies an archive with nothing but itself and, if it is given, the city's
/// key.</summary>
internal static class ExportVerifyVerb
{
    private const int LongestKey = 64 * 1024;

    private static readonly Argument<FileInfo> Archive = new("file") { Description = "The archive." };

    private static readonly Option<FileInfo?> Key = new("--key")
    {
        Description = "Public key it must be signed with, PEM. Without it the key inside is taken and shown.",
        HelpName = "PEM",
    };

    public static Command Command()
    {
        var command = new Command("verify", Help.Text(
            "Verifies an archive of a case, without store and network: every file, the signature, and that its facts "
            + "give the case. Exits with 1 and names the first fault.",
            "./heluo export verify case.zip --key city.pem"))
        {
            Archive, Key, Shared.Json(),
        };
        command.SetAction(words => Report.Give(
            words, Run(words).Then<Found>(found => new Found(found)), it => it.Text()));
        return command;
    }

    private static Outcome<VerifiedArchive> Run(ParseResult words)
    {
        var (archive, key) = (words.GetRequiredValue(Archive), words.GetValue(Key));
        try
        {
            if (key is { Exists: true, Length: > LongestKey })
            {
                return HostRefusals.NoFile(key.FullName);
            }

            var pem = key is null ? null : File.ReadAllText(key.FullName);
            using var file = archive.OpenRead();
            return new VerifyArchive(OpenedCity.Catalog, Kinds.Reader).Run(file, pem);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return HostRefusals.NoFile(key is { Exists: false } ? key.FullName : archive.FullName);
        }
    }

    private sealed record Found(
        string Case, Localized City, string ExportedAt, string ExportedBy, string Key, bool KeyWasGiven, int Files,
        int Facts, int Proven)
    {
        public Found(VerifiedArchive found)
            : this(
                found.Case, found.City, InstantPattern.ExtendedIso.Format(found.ExportedAt), found.ExportedBy,
                found.Fingerprint, found.KeyWasGiven, found.Files, found.Facts, found.Proven)
        {
        }

        public string Text() =>
            $"""
            Whole and as it was signed: case {Case} of {City}, {Files} files.
            {Facts} facts give the case; {Proven} opened values and papers are what they committed to.
            Signed with the key {Key}
            {(KeyWasGiven ? "which is the one given." : "which is the one inside: compare it, or give --key.")}
            """;
    }
}
