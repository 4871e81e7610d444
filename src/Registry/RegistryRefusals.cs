using Heluo.Kernel;

namespace Heluo.Registry;

/// <summary>Makes the refusals of the room; their codes stand at the verb that refuses.</summary>
internal static class RegistryRefusals
{
    public static Refusal Forbidden(string code, string sentence) => new(RefusalKind.Forbidden, code, sentence);

    public static Refusal Conflict(string code, string sentence) => new(RefusalKind.Conflict, code, sentence);

    public static Refusal NotFound(string code, string sentence) => new(RefusalKind.NotFound, code, sentence);

    public static Refusal Invalid(string code, string sentence) => new(RefusalKind.Invalid, code, sentence);

    public static Refusal Invalid(string code, string sentence, Faults faults) =>
        new(RefusalKind.Invalid, code, sentence) { Faults = [.. faults.All] };

    public static Refusal With(this Refusal refusal, string name, string value) =>
        refusal with { Values = refusal.Values.SetItem(name, value) };
}
