namespace Heluo.Registry;

/// <summary>The text of a one-time code: who it is for, and the secret. <c>li-na.7k2m…</c></summary>
internal static class SignInCodes
{
    /// <summary>The issuer of accounts opened by a one-time code; its subject is the officer's key.</summary>
    internal const string Issuer = "heluo:one-time-code";

    private const int Longest = 100;

    internal static string Text(string officerKey, string secret) => $"{officerKey}.{secret}";

    /// <summary>Takes a code apart; null when it has no proper form.</summary>
    internal static (string OfficerKey, string Secret)? Read(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        var dot = trimmed.IndexOf('.', StringComparison.Ordinal);
        return trimmed.Length <= Longest && dot > 0 && dot < trimmed.Length - 1 && Texts.IsId(trimmed[..dot])
            ? (trimmed[..dot], trimmed[(dot + 1)..].ToLowerInvariant())
            : null;
    }
}
