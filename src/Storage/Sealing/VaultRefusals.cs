using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>Everything the vault refuses, on one page.</summary>
internal static class VaultRefusals
{
    public static Refusal MasterMissing(string path) => new(
        RefusalKind.Unavailable, "vault.master_missing", $"There are sealed values, but no master key at '{path}'.");

    public static Refusal MasterExposed(string path) => new(
        RefusalKind.Unavailable, "vault.master_exposed", $"'{path}' can be read by others; set its mode to 0600.");

    public static Refusal MasterForm(string path) => new(
        RefusalKind.Unavailable, "vault.master_form", $"'{path}' does not hold a master key of a known form.");

    public static Refusal MasterWrong(string path) => new(
        RefusalKind.Unavailable,
        "vault.master_wrong",
        $"'{path}' is not the master key these data keys were wrapped by.");

    public static Refusal KeyMissing() => new(
        RefusalKind.Unavailable, "vault.key_missing", "The key of this value is not in the key file.");

    public static Refusal Erased() => new(
        RefusalKind.Gone, "vault.erased", "This value was erased: its key was destroyed.");

    public static Refusal Unerased(string why) => new(
        RefusalKind.Unavailable, "vault.unerased", $"The keys could not be destroyed; they will be, later: {why}");

    public static Refusal ErasuresForm(string path, int line) => new(
        RefusalKind.Unavailable, "vault.erasures_form",
        FormattableString.Invariant($"Line {line} of '{path}' is no erasure: mend the list, or keys may come back."));

    public static Refusal Damaged() => new(
        RefusalKind.Unavailable, "vault.damaged", "This value does not fit its key, its place or its commitment.");

    public static Refusal Algorithm(string name) => new(
        RefusalKind.Unavailable, "vault.algorithm", $"The cipher '{name}' is not known here.");

    public static Refusal Plain() => new(
        RefusalKind.Invalid, "vault.plain", "This value was never sealed.");
}
