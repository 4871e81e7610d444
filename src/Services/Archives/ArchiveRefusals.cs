using Heluo.Kernel;

namespace Heluo.Services;

/// <summary>Everything that archives are refused for, on one page.</summary>
internal static class ArchiveRefusals
{
    public static Refusal NotHeld { get; } = new(
        RefusalKind.Forbidden, "archive.not_held", "Only the agency that holds the case may take its archive.");

    public static Refusal NotOne { get; } = new(
        RefusalKind.Invalid, "archive.not_one", "This file is no archive of a case.");

    public static Refusal Truncated { get; } = new(
        RefusalKind.Invalid, "archive.truncated", "The archive is cut off: its end is missing.");

    public static Refusal Hidden { get; } = new(
        RefusalKind.Invalid, "archive.hidden", "The archive holds bytes that belong to none of its files.");

    public static Refusal Signature { get; } = new(
        RefusalKind.Invalid, "archive.signature", "manifest.json is not what was signed in manifest.sig.");

    public static Refusal Newer(int version) => new(
        RefusalKind.Invalid, "archive.newer",
        FormattableString.Invariant($"The archive was written in a newer form ({version}) than this house reads."));

    public static Refusal Manifest(string what) => new(
        RefusalKind.Invalid, "archive.manifest", $"The manifest is missing or has no proper form: {what}.");

    public static Refusal Path(string path) => new(
        RefusalKind.Invalid, "archive.path", $"The archive holds a path that no archive has: {Shown(path)}");

    public static Refusal Twice(string path) => new(
        RefusalKind.Invalid, "archive.twice", $"The archive holds a file twice: {Shown(path)}");

    public static Refusal TooLarge(string what) => new(
        RefusalKind.TooLarge, "archive.too_large", $"The archive is over its limits: {Shown(what)}");

    public static Refusal Missing(string path) => new(
        RefusalKind.Invalid, "archive.file_missing", $"A file is missing: {path}");

    public static Refusal Altered(string path) => new(
        RefusalKind.Invalid, "archive.file_altered", $"A file was altered: {path}");

    public static Refusal Added(string path) => new(
        RefusalKind.Invalid, "archive.file_added", $"A file was added: {path}");

    public static Refusal KeyForm(string what) => new(
        RefusalKind.Invalid, "archive.key_form", $"{what} does not hold a P-256 public key in PEM.");

    public static Refusal OtherKey(string fingerprint) => new(
        RefusalKind.Invalid, "archive.other_key",
        $"The archive was signed with another key than the one given: SHA-256 {fingerprint}");

    public static Refusal Refold(string why) => new(
        RefusalKind.Invalid, "archive.refold", $"The facts in facts.json do not give the case in case.json: {why}");

    public static Refusal Pack(string hash) => new(
        RefusalKind.Invalid, "archive.pack", $"The pack version inside is not the one its hash names: {Shown(hash)}");

    public static Refusal Unproven(string path, string what) => new(
        RefusalKind.Invalid, "archive.unproven", $"{path}: {what} is not what the facts committed to.");

    // A name from a hostile file is shown short and without signs that move a terminal's cursor.
    private static string Shown(string text) => string.Concat(
        text.Take(ArchiveLimits.PathLength)
            .Select(sign => char.IsControl(sign) || char.IsSurrogate(sign) ? '?' : sign));
}
