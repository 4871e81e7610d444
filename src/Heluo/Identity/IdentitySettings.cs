using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Registry;

namespace Heluo.Identity;

/// <summary>
/// How people sign in, from the section <c>Identity</c> of the settings (<c>HELUO_IDENTITY__…</c> in the environment,
/// where
/// the secret belongs).
/// </summary>
internal sealed record IdentitySettings
{
    /// <summary>Address of the OpenID Connect provider. No default; a demo has its own.</summary>
    public string? Authority { get; init; }

    /// <summary>The name under which the provider knows this house.</summary>
    public string? ClientId { get; init; }

    /// <summary>The secret the provider gave this house; from the environment only.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What the provider is called on the page of sign-in. Default: its host.</summary>
    public string? Name { get; init; }

    /// <summary>Scopes asked for beside <c>openid</c>, separated by spaces. Default <c>profile</c>.</summary>
    public string Scopes { get; init; } = "profile";

    /// <summary>The claim that carries a resident's document number; null lets in only logins that were
    /// linked.</summary>
    public string? NumberClaim { get; init; }

    /// <summary>The sort of document whose number that is. Default a citizen's number.</summary>
    public IdentityScheme NumberScheme { get; init; } = IdentityScheme.CitizenId;

    /// <summary>The claim that carries a resident's name. Default <c>name</c>.</summary>
    public string NameClaim { get; init; } = "name";

    /// <summary>The claim that carries a resident's telephone. Default <c>phone_number</c>.</summary>
    public string PhoneClaim { get; init; } = "phone_number";

    /// <summary>The claim that carries the code of the division a resident lives in. Default none.</summary>
    public string? AreaClaim { get; init; }

    /// <summary>Limits of sessions and failures.</summary>
    public SignInOptions Limits { get; init; } = new();

    private static SignInOptions Patient { get; } =
        new() { IdleMinutes = 5_000_000, AbsoluteHours = 87_600, Sessions = 10 };

    /// <summary>Reads the section. Refuses <c>host.identity</c> with every fault.</summary>
    public static Outcome<IdentitySettings> Read(IConfiguration configuration, HouseMode mode)
    {
        IdentitySettings settings;
        try
        {
            settings = configuration.GetSection("Identity").Get<IdentitySettings>() ?? new IdentitySettings();
        }
        catch (InvalidOperationException wrong)
        {
            return Wrong([new Fault("Identity", "host.setting", wrong.Message)]);
        }

        // In a demo the clock may be moved by weeks, and nobody wants to sign in again each time.
        return mode switch
        {
            HouseMode.Demo => settings with { Limits = Patient },
            HouseMode.Serve when settings.Check() is { Count: > 0 } faults => Wrong(faults),
            _ => settings,
        };
    }

    private List<Fault> Check()
    {
        List<Fault> faults = [.. Limits.Check()?.Faults ?? []];
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority)
            || (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback))
        {
            faults.Add(new Fault("Identity:Authority", "host.setting", "The provider's address begins with https://."));
        }

        if (string.IsNullOrWhiteSpace(ClientId))
        {
            faults.Add(new Fault(
                "Identity:ClientId", "host.setting", "Say under which name the provider knows this house."));
        }

        return faults;
    }

    private static Refusal Wrong(List<Fault> faults) =>
        new(RefusalKind.Invalid, "host.identity", "The settings of signing in are wrong.") { Faults = [.. faults] };
}
