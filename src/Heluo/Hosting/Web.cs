using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace Heluo.Hosting;

/// <summary>What stands between the wire and the rooms, in the order a request meets it.</summary>
internal static class Web
{
    public static void AddHouseWeb(this IServiceCollection services, HouseSettings settings)
    {
        var keys = Directory.CreateDirectory(Path.Combine(settings.Data, "keys", "web"));
        Own(keys);
        services.AddDataProtection().SetApplicationName("heluo").PersistKeysToFileSystem(keys);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "heluo-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
        });
        services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = WebLimits.FormKeys;
            form.ValueLengthLimit = WebLimits.Body;
        });
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => Strict(json.SerializerOptions));
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // a hanzi is three bytes, not eight
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddRates();
        services.AddHealthChecks();
        services.AddApiDocument();
    }

    public static void UseHouseWeb(this WebApplication app)
    {
        app.UseBareRefusals();
        app.UseFailures();
        app.UseSecurityHeaders();
        app.UseHsts(); // speaks only over https, and never for localhost
        app.UseResponseCompression();
        app.UseRateLimiter();
        app.UseRouting();
    }

    private static void Strict(JsonSerializerOptions json)
    {
        json.MaxDepth = WebLimits.JsonDepth;
        json.AllowDuplicateProperties = false;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectRequiredConstructorParameters = true;
        json.RespectNullableAnnotations = true;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }

    private static void Own(DirectoryInfo folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
