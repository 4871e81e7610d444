using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Tests;

/// <summary>What came back: the status, and the code when it was a refusal.</summary>
internal sealed record Knock(int Status, string Code, string Text)
{
    /// <summary>Whether it came with a version of what it tells.</summary>
    public bool IsVersioned { get; init; }

    /// <summary>Refused for who knocks, not for what was sent; the page of sign-in is a refusal too.</summary>
    public bool IsRefused => Status is 401 or 403 or 404 || Code == "sign-in";

    /// <summary>What a caller could tell from it.</summary>
    public (int, string) Told => (Status, Code);
}

/// <summary>Knocks at doors, and sees that every answer carries the headers that keep browsers safe.</summary>
internal sealed class AccessKnocker : IDisposable
{
    private readonly HttpClient client;
    private readonly AccessCity city;
    private readonly ConcurrentDictionary<string, (string Cookie, string Field, string Value)> forms =
        new(StringComparer.Ordinal);

    public AccessKnocker(AccessCity city)
    {
        this.city = city;
        client = new HttpClient(new HttpClientHandler
        {
            AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 16,
        }) { BaseAddress = city.Address };
    }

    public async Task<Knock> KnockAsync(
        AccessCaller caller, Door door, AccessRecord? record, bool withToken = true, string? query = null,
        CancellationToken ct = default)
    {
        var address = AccessAddress.Of(door, record);
        using var request = new HttpRequestMessage(
            new HttpMethod(door.Method == "*" ? "GET" : door.Method),
            query is null ? address : $"{address.Split('?')[0]}?{query}")
        {
            Content = Content(door, record, withToken ? FormOf(caller) : null),
        };
        if (record is not null && !door.Reads)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{record.Version}\"");
        }

        foreach (var (name, value) in caller.Headers.Where(header => header.Name != "Cookie"))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var cookies = caller.Cookies.Concat(door.IsForm && withToken ? [FormOf(caller).Cookie] : []).ToArray();
        if (cookies.Length > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies));
        }

        return await SendAsync(request, ct);
    }

    public async Task<Knock> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var answer = await client.SendAsync(request, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        Guarded(answer.Headers, request.RequestUri!.ToString());
        return new((int)answer.StatusCode, CodeOf(answer, text), text)
        {
            IsVersioned = answer.Headers.ETag is not null,
        };
    }

    public void Dispose() => client.Dispose();

    private static void Guarded(HttpResponseHeaders headers, string at)
    {
        var policy = headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem(at);
        policy.ShouldContain("default-src '", Case.Sensitive, at);
        policy.ShouldNotContain("unsafe", Case.Sensitive, at);
        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], at);
        headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"], at);
        headers.CacheControl.ShouldNotBeNull(at);
        headers.Contains("Server").ShouldBeFalse(at);
    }

    private static string CodeOf(HttpResponseMessage answer, string text) =>
        answer.StatusCode is HttpStatusCode.Redirect
            ? answer.Headers.Location!.ToString().Contains("/sign-in?", StringComparison.Ordinal) ? "sign-in" : ""
        : answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()!
        : "";

    // A token is good for one browser and for whoever is signed in there.
    private (string Cookie, string Field, string Value) FormOf(AccessCaller caller) =>
        forms.GetOrAdd(caller.Name, _ =>
        {
            var context = new DefaultHttpContext { RequestServices = city.Services };
            if (caller.Cookies.FirstOrDefault() is { } cookie && city.Read(cookie) is { } principal)
            {
                context.User = principal;
            }

            var tokens = city.Services.GetRequiredService<IAntiforgery>().GetTokens(context);
            return ($"heluo-form={tokens.CookieToken}", tokens.FormFieldName, tokens.RequestToken!);
        });

    private static HttpContent? Content(
        Door door, AccessRecord? record, (string Cookie, string Field, string Value)? form)
    {
        if (door.Reads || (door.Body is null && !door.IsForm))
        {
            return null;
        }

        var body = AccessAddress.Fill(door.Body ?? "", record);
        if (!door.IsForm)
        {
            return body.StartsWith("file", StringComparison.Ordinal) ? Files(body["file".Length..].Trim())
                : new StringContent(body, Encoding.UTF8, "application/json");
        }

        var fields = body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], pair[1]));
        return new FormUrlEncodedContent(
            form is { } proof ? fields.Append(KeyValuePair.Create(proof.Field, proof.Value)) : fields);
    }

    private static MultipartFormDataContent Files(string request)
    {
        var files = new MultipartFormDataContent();
        if (request.Length > 0)
        {
            files.Add(new StringContent(request, Encoding.UTF8, "application/json"), "request");
        }

        files.Add(new ByteArrayContent(AccessRecords.Pdf), "other", "f.pdf");
        return files;
    }
}

/// <summary>Puts a record into a route and into what is sent.</summary>
internal static class AccessAddress
{
    public static string Of(Door door, AccessRecord? record)
    {
        var route = door.Route.Replace("{documentName}", "v1", StringComparison.Ordinal)
            .Replace("{act}", door.Route.StartsWith("/desk", StringComparison.Ordinal) ? "accept" : "withdraw",
                StringComparison.Ordinal)
            .Replace("{clock}", "acceptance", StringComparison.Ordinal)
            .Replace("{index:int}", "0", StringComparison.Ordinal)
            .Replace("{no:int}", "1", StringComparison.Ordinal)
            .Replace("{page}", "responsible_person", StringComparison.Ordinal)
            .Replace("{paper}", record?.Paper, StringComparison.Ordinal);
        foreach (var place in new[] { "{number}", "{key}", "{id}", "{code}", "{item}" })
        {
            route = route.Replace(place, record?.Id ?? Plain(door.Route), StringComparison.Ordinal);
        }

        return door.Body == "file" && route.StartsWith("/api/v1/drafts/", StringComparison.Ordinal)
            ? $"{route}?rule=other" : route + Query(door.Route);
    }

    public static string Fill(string body, AccessRecord? record) => body
        .Replace("$version", $"{record?.Version ?? 1}", StringComparison.Ordinal)
        .Replace("$number", NumberOf(record?.Id ?? "zhang"), StringComparison.Ordinal)
        .Replace("$zhang", NumberOf("zhang"), StringComparison.Ordinal)
        .Replace("$ward", NumberOf("ward"), StringComparison.Ordinal)
        .Replace("$new", AccessCity.Number("19990909", "brand-new"), StringComparison.Ordinal);

    private static string NumberOf(string person) => AccessCity.Number(
        AccessCallers.People.FirstOrDefault(one => one.Key == person).Born ?? "19910101", person);

    private static string Plain(string route) =>
        route.Contains("/firms/", StringComparison.Ordinal) ? AccessCallers.FirmCode
        : route.Contains("/divisions/", StringComparison.Ordinal) ? AccessCallers.Jinshui
        : route.Contains("/agencies/", StringComparison.Ordinal) ? AccessCallers.Market
        : route.Contains("/report/", StringComparison.Ordinal) ? "dirty-road"
        : route.Contains("/check/", StringComparison.Ordinal) ? "no-such-code"
        : "food-business";

    private static string Query(string route) => route switch
    {
        "/api/v1/agency-for" => "?function=market-regulation&area=410105",
        "/api/v1/looks" => "?subject=person/zhang",
        "/api/v1/grants" => "?officer=clerk",
        "/api/v1/items/search" => "?q=food",
        _ => "",
    };
}
