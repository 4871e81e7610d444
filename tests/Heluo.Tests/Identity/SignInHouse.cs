using System.Net;
using Heluo.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Tests.Identity;

/// <summary>A whole house on a free port, and browsers to visit it with.</summary>
internal sealed class SignInHouse : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<HttpClient> browsers = [];
    private Running house = null!;

    public IServiceProvider Services => house.Services;

    public Uri Address => house.Address;

    public static Task<SignInHouse> StartAsync(
        HouseMode mode, TimeProvider? clock = null, params (string Key, string Value)[] settings) =>
        OfAsync(Repository.City, mode, clock, settings);

    /// <summary>A house of another city than the demo's.</summary>
    public static async Task<SignInHouse> OfAsync(
        string city, HouseMode mode, TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        var started = new SignInHouse();
        var house = new HouseSettings(mode, started.folder.Root, city)
        {
            Urls = "http://127.0.0.1:0",
            Overrides = settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value),
        };
        started.house = (await Running.StartAsync(clock is null ? house : house with { Clock = clock }, default)).Value;
        return started;
    }

    /// <summary>A browser without script: it keeps cookies and follows redirects only when told.</summary>
    public Browser Visit()
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = house.Address,
        };
        browsers.Add(browser);
        return new Browser(browser, Services);
    }

    public async ValueTask DisposeAsync()
    {
        browsers.ForEach(browser => browser.Dispose());
        await house.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>One browser: a jar of cookies, and no script.</summary>
internal sealed class Browser(HttpClient client, IServiceProvider house)
{
    private readonly Dictionary<string, string> jar = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Cookies => jar;

    public void Keep(string name, string value) => jar[name] = value;

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Posts a form that this house drew.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] form)
    {
        var context = new DefaultHttpContext { RequestServices = house };
        var antiforgery = house.GetRequiredService<IAntiforgery>();
        var tokens = antiforgery.GetTokens(context);
        jar["heluo-form"] = tokens.CookieToken!;
        return PostForgedAsync(path, [(tokens.FormFieldName, tokens.RequestToken!), .. form]);
    }

    /// <summary>Posts a form without the proof that this house drew it.</summary>
    public Task<HttpResponseMessage> PostForgedAsync(string path, params (string Name, string Value)[] form) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))),
        });

    /// <summary>Follows redirects until there is a page, at most ten.</summary>
    public async Task<(HttpResponseMessage Last, List<string> Way)> FollowAsync(HttpResponseMessage answer)
    {
        var way = new List<string>();
        for (var i = 0; i < 10 && answer.StatusCode is HttpStatusCode.Redirect; i++)
        {
            way.Add(answer.Headers.Location!.ToString());
            answer = await GetAsync(way[^1]);
        }

        return (answer, way);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (jar.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", jar.Select(pair => $"{pair.Key}={pair.Value}")));
        }

        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
            {
                jar.Remove(pair[0]);
            }
            else
            {
                jar[pair[0]] = pair[1];
            }
        }

        return answer;
    }
}
