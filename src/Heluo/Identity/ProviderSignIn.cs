using System.Security.Claims;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Registry;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Heluo.Identity;

/// <summary>Signing in with an OpenID Connect provider: the configured one, or the demo's own.</summary>
internal static class ProviderSignIn
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Scheme = "provider";

    /// <summary>Where a sign-in with the provider begins.</summary>
    public const string Path = "/sign-in/provider";

    private const string Callback = "/sign-in/provider/callback";

    public static void AddProviderSignIn(this IServiceCollection services, IdentitySettings identity, bool isDemo)
    {
        services.AddAuthentication().AddOpenIdConnect(Scheme, openId => Common(openId, identity));
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IServer, TimeProvider>((openId, server, clock) =>
        {
            openId.TokenValidationParameters.LifetimeValidator = (_, ends, _, _) =>
                ends is { } end && new DateTimeOffset(end, TimeSpan.Zero) > clock.GetUtcNow() - TimeSpan.FromMinutes(5);
            if (isDemo)
            {
                Own(openId, server);
            }
        });
    }

    private static void Common(OpenIdConnectOptions openId, IdentitySettings identity)
    {
        openId.SignInScheme = SessionClaims.Scheme;
        openId.Authority = identity.Authority;
        // Plain http is accepted from this machine alone; the settings have seen to that.
        openId.RequireHttpsMetadata =
            identity.Authority?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;
        openId.ClientId = identity.ClientId;
        openId.ClientSecret = identity.ClientSecret;
        openId.CallbackPath = Callback;
        openId.ResponseType = OpenIdConnectResponseType.Code;
        openId.ResponseMode = OpenIdConnectResponseMode.Query; // form_post needs script
        openId.UsePkce = true;
        openId.MapInboundClaims = false;
        openId.SaveTokens = false;
        openId.GetClaimsFromUserInfoEndpoint = identity.NumberClaim is not null;
        openId.CorrelationCookie = Short("heluo-way-");
        openId.NonceCookie = Short("heluo-once-");
        openId.Scope.Clear();
        foreach (var scope in identity.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend("openid"))
        {
            openId.Scope.Add(scope);
        }

        // After the claims of the user-info endpoint are in, and before the cookie is written.
        openId.Events.OnTicketReceived = context => TakeAsync(context, identity);
        openId.Events.OnTokenValidated = context => Keep(context);
        openId.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            return SignInEndpoints.RefuseAsync(
                context.HttpContext, SignInRefusals.ProviderFailed, context.Properties?.RedirectUri);
        };
    }

    // A session cookie without end: its end would be told by the clock of the house, which a demo may set back by
    // years.
    private static CookieBuilder Short(string name) => new()
    {
        Name = name,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        SecurePolicy = CookieSecurePolicy.SameAsRequest,
        IsEssential = true,
        Path = Callback,
    };

    private static Task Keep(TokenValidatedContext context)
    {
        context.Properties!.Items[IssuerItem] = context.SecurityToken.Issuer;
        return Task.CompletedTask;
    }

    private const string IssuerItem = "issuer";

    private static async Task TakeAsync(
        Microsoft.AspNetCore.Authentication.TicketReceivedContext context, IdentitySettings identity)
    {
        var issuer = context.Properties!.Items[IssuerItem]!;
        context.Properties.Items.Clear();
        context.Properties.IsPersistent = false;
        var entry = context.HttpContext.RequestServices.GetRequiredService<ProviderEntry>();
        var outcome = await entry.EnterAsync(issuer, context.Principal!, identity, context.HttpContext.RequestAborted);
        if (outcome.TryGet(out var signedIn, out var refusal))
        {
            context.Principal = SessionClaims.Principal(signedIn);
            return;
        }

        context.HandleResponse();
        await SignInEndpoints.RefuseAsync(context.HttpContext, refusal, context.ReturnUri);
    }

    // The demo is its own provider. Its address is known once it listens, which is before anybody can ask.
    private static void Own(OpenIdConnectOptions openId, IServer server)
    {
        var address = DemoProvider.Address(server.Features.Get<IServerAddressesFeature>()!.Addresses);
        openId.Authority = address.ToString();
        openId.MetadataAddress = new Uri(address, DemoProvider.Metadata).ToString();
        openId.RequireHttpsMetadata = false;
        openId.ClientId = DemoProvider.ClientId;
        openId.Events.OnRedirectToIdentityProvider = context =>
        {
            // The browser stays on whatever name it came by.
            context.ProtocolMessage.IssuerAddress =
                $"{context.Request.Scheme}://{context.Request.Host}/{DemoProvider.Authorize}";
            context.ProtocolMessage.LoginHint = context.Properties.GetParameter<string>(DemoProvider.LoginHint);
            return Task.CompletedTask;
        };
    }
}
