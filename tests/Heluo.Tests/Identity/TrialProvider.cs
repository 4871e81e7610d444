using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Heluo.Tests.Identity;

/// <summary>
/// An OpenID Connect provider written out by hand, so that the house is tried against one it shares no code with.
/// </summary>
internal sealed class TrialProvider : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> codes = new(StringComparer.Ordinal);
    private readonly ECDsaSecurityKey key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "trial" };
    private WebApplication app = null!;

    /// <summary>Who signs in next, with what the provider says of them.</summary>
    public Dictionary<string, object> Claims { get; } = new(StringComparer.Ordinal) { ["sub"] = "subject-1" };

    /// <summary>The audience of the next token; the house's client id when it is honest.</summary>
    public string Audience { get; set; } = "heluo";

    /// <summary>Another key than the published one signs the next token.</summary>
    public SecurityKey? Forger { get; set; }

    public string Address => app.Urls.First();

    public static async Task<TrialProvider> StartAsync()
    {
        var provider = new TrialProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        provider.app = builder.Build();
        provider.app.MapGet("/.well-known/openid-configuration", provider.Metadata);
        provider.app.MapGet("/keys", provider.Keys);
        provider.app.MapGet("/authorize", provider.Authorize);
        provider.app.MapPost("/token", provider.TokenAsync);
        await provider.app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private JsonObject Metadata() => new()
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = $"{Address}/authorize",
        ["token_endpoint"] = $"{Address}/token",
        ["jwks_uri"] = $"{Address}/keys",
    };

    private JsonObject Keys()
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "EC", ["crv"] = "P-256", ["alg"] = "ES256", ["use"] = "sig", ["kid"] = key.KeyId,
                ["x"] = Base64UrlEncoder.Encode(point.X), ["y"] = Base64UrlEncoder.Encode(point.Y),
            }),
        };
    }

    private IResult Authorize(HttpRequest request)
    {
        request.Query["response_type"].ToString().ShouldBe("code");
        request.Query["code_challenge_method"].ToString().ShouldBe("S256");
        var code = $"code-{codes.Count}";
        codes[code] = (request.Query["nonce"].ToString(), request.Query["code_challenge"].ToString());
        var state = Uri.EscapeDataString(request.Query["state"].ToString());
        return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={state}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!codes.TryRemove(form["code"].ToString(), out var given)
            || Base64UrlEncoder.Encode(
                SHA256.HashData(Base64UrlBytes(form["code_verifier"].ToString()))) != given.Challenge
            || form["client_secret"] != "secret")
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Audience,
            Expires = DateTime.UtcNow.AddMinutes(5),
            Claims = new Dictionary<string, object>(Claims, StringComparer.Ordinal) { ["nonce"] = given.Nonce },
            SigningCredentials = new SigningCredentials(Forger ?? key, SecurityAlgorithms.EcdsaSha256),
        });
        return Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = token });
    }

    private static byte[] Base64UrlBytes(string verifier) => System.Text.Encoding.ASCII.GetBytes(verifier);
}
