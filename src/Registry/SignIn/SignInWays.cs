using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Registry;

/// <summary>The ways to sign in that this house offers; the page of sign-in draws them.</summary>
/// <param name="Provider">What the configured identity provider is called; null when there is none.</param>
/// <param name="Trials">Logins that anybody may use; empty but in a demo.</param>
public sealed record SignInWays(string? Provider, ImmutableArray<TrialLogin> Trials);

/// <summary>A login of a demo that anybody may use.</summary>
/// <param name="Login">What is posted as <c>person</c> to sign in, unique.</param>
/// <param name="Holder">Who it is: <c>person/…</c> or <c>officer/…</c>.</param>
/// <param name="Name">What they are called.</param>
/// <param name="About">What they are there to show; null when nothing is said.</param>
public sealed record TrialLogin(string Login, string Holder, Localized Name, Localized? About)
{
    /// <summary>The issuer under which logins of a demo are linked; no provider on the wire can call itself
    /// so.</summary>
    public const string Issuer = "heluo:demo";

    /// <summary>Whether they work for the city.</summary>
    public bool IsOfficer => People.Key(Holder, Officer.Family) is not null;
}
