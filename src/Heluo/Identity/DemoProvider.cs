using System.Security.Claims;
using System.Security.Cryptography;
using Heluo.Registry;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Heluo.Identity;

/// <summary>
/// The identity provider of a demo: OpenID Connect as anywhere else, but whoever is named in the login hint is signed
/// in
/// without being asked for anything. It keeps nothing; its keys live as long as the process. It is never part of a city
/// that serves.
/// </summary>
internal static class DemoProvider
{
    public const string ClientId = "heluo-demo";
    public const string LoginHint = "heluo.login";
    public const string Root = "demo/identity/";
    public const string Authorize = Root + "authorize";
    public const string Metadata = Root + ".well-known/openid-configuration";

    private const string Keys = Root + ".well-known/jwks";
    private const string Token = Root + "token";
    private const string Callback = "/sign-in/provider/callback";

    public static void AddDemoProvider(this IServiceCollection services) => services.AddOpenIddict().AddServer(server =>
    {
        server.EnableDegradedMode();
        server.SetAuthorizationEndpointUris(Authorize)
            .SetTokenEndpointUris(Token)
            .SetConfigurationEndpointUris(Metadata)
            .SetJsonWebKeySetEndpointUris(Keys);
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        // Elliptic and symmetric keys are made in no time; a pair of RSA keys would be waited for at the first visit.
        server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
        server.AddEphemeralSigningKey(SecurityAlgorithms.EcdsaSha256);
        server.RegisterScopes(OpenIddictConstants.Scopes.Profile);
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(one => one.UseInlineHandler(Validate));
        server.AddEventHandler<ValidateTokenRequestContext>(one => one.UseInlineHandler(Validate));
        server.AddEventHandler<HandleAuthorizationRequestContext>(one => one.UseSingletonHandler<Choosing>());
    });

    /// <summary>Where the house reaches itself: the first address it listens at, by the name of this machine.</summary>
    public static Uri Address(ICollection<string> listening)
    {
        var first = listening.FirstOrDefault() ?? throw new InvalidOperationException("The house does not listen yet.");
        var reachable = first.Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal);
        return new Uri(new Uri(reachable), "/");
    }

    private static ValueTask Validate(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != ClientId)
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient, "Only this house is known here.");
        }
        else if (!IsOurs(context.RedirectUri, context.BaseUri))
        {
            context.Reject(OpenIddictConstants.Errors.InvalidRequest, "The way back does not lead to this house.");
        }

        return ValueTask.CompletedTask;
    }

    private static ValueTask Validate(ValidateTokenRequestContext context)
    {
        if (context.ClientId != ClientId)
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient, "Only this house is known here.");
        }

        return ValueTask.CompletedTask;
    }

    // The code goes back to the very host that was asked, and to one path there; PKCE binds it to whoever began.
    private static bool IsOurs(string? redirect, Uri? house) =>
        Uri.TryCreate(redirect, UriKind.Absolute, out var uri) && house is not null
        && uri.GetLeftPart(UriPartial.Authority) == house.GetLeftPart(UriPartial.Authority)
        && uri.AbsolutePath == Callback;

    /// <summary>Signs in the login that the hint names.</summary>
    internal sealed class Choosing(SignInWays ways) : IOpenIddictServerHandler<HandleAuthorizationRequestContext>
    {
        public ValueTask HandleAsync(HandleAuthorizationRequestContext context)
        {
            if (ways.Trials.FirstOrDefault(trial => trial.Login == context.Request.LoginHint) is not { } trial)
            {
                context.Reject(OpenIddictConstants.Errors.LoginRequired, "Choose one of the demo's logins first.");
                return ValueTask.CompletedTask;
            }

            var identity = new ClaimsIdentity("demo");
            identity.SetClaim(OpenIddictConstants.Claims.Subject, trial.Login);
            identity.SetScopes(context.Request.GetScopes());
            identity.SetDestinations(static _ => [OpenIddictConstants.Destinations.IdentityToken]);
            context.SignIn(new ClaimsPrincipal(identity));
            return ValueTask.CompletedTask;
        }
    }
}
