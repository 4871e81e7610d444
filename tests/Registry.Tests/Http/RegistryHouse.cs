using System.Net.Http.Json;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Heluo.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Heluo.Registry.Tests.Http;

/// <summary>The registry behind its real door, on a free port, with a shortcut for signing in.</summary>
internal sealed class RegistryHouse : IAsyncDisposable
{
    private const string Issuer = "https://idp.example";
    private readonly string folder = Directory.CreateTempSubdirectory("heluo-registry-house-").FullName;
    private WebApplication app = null!;
    private int commands;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2021, 1, 4, 0, 0, 0, TimeSpan.Zero));

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    public Desk Desk => Services.GetRequiredService<Desk>();

    public Tags Tags => Services.GetRequiredService<Tags>();

    public static async Task<RegistryHouse> StartAsync(SignInOptions? options = null)
    {
        var house = new RegistryHouse();
        await house.OpenAsync(options ?? new SignInOptions());
        return house;
    }

    public IEnumerable<EndpointAccess> Doors() =>
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => AccessTable.Read(source))
            .Where(door => door.Route.StartsWith("/api/", StringComparison.Ordinal));

    public Task<Outcome<Done<TState>>> Run<TRequest, TState>(string key, TRequest request)
        where TRequest : IDecision<TRequest, TState>
        where TState : class, IState<TState> =>
        Desk.RunAsync<TRequest, TState>(key, request, Actor.House, $"command-{Interlocked.Increment(ref commands)}");

    public async Task<string> Person(string key, string number, string name = "张三", string area = Town.Jingbalu)
    {
        var request = RegisterPerson.Of(
            Tags, name, IdentityScheme.CitizenId, number, null, area, PersonLevel.Verified).Value;
        (await Run<RegisterPerson, Person>(key, request)).Refusal.ShouldBeNull();
        return $"person/{key}";
    }

    public async Task<string> Officer(string key, string role, string? area = null)
    {
        (await Run<AppointOfficer, Officer>(key, new(key, null, Tags.Of("officer", key)))).Refusal.ShouldBeNull();
        (await Run<GrantDuty, Officer>(key, new(role, null, area, World.Today))).Refusal.ShouldBeNull();
        return $"officer/{key}";
    }

    /// <summary>Signs somebody in and answers the cookie.</summary>
    public async Task<string> SignIn(string holder)
    {
        (await Run<LinkAccount, Account>(Account.KeyOf(Tags, Issuer, holder), new(holder))).Refusal.ShouldBeNull();
        var answer = await Client.PostAsync($"/test/sign-in?holder={holder}", content: null);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    public async Task<(int Status, JsonElement Body)> Send(
        string method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = text.Length > 0 && text[0] is '{' or '[';
        return ((int)answer.StatusCode, isJson ? JsonDocument.Parse(text).RootElement : default);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task OpenAsync(SignInOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(new Ids(Clock));
        services.AddSingleton(options);
        services.AddSingleton(Town.City);
        services.AddSingleton(Tags.Open(Path.Combine(folder, "keys")));
        services.AddSingleton(_ =>
            Store.Open(new StoreOptions(folder), new FactCatalog().AddRegistry(), Clock).Value);
        services.AddSingleton(Contexts.None.WithRegistry(Town.City, options));
        services.AddSingleton<Desk>();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "web")));
        services.AddRegistry();
        services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.Converters.Add(
            new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower)));
        app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAccess();
        app.MapRegistry();
        app.MapPost("/test/sign-in", SignInAsync).Admits(Access.Public);
        app.CheckAccess();
        await Services.FollowRegistryAsync();
        await app.StartAsync();
        Client = new HttpClient(
            new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    private static async Task SignInAsync(string holder, SignInDesk signIn, HttpContext context, CancellationToken ct)
    {
        var signedIn = (await signIn.ByProviderAsync(Issuer, holder, 1, ct)).Value;
        await context.SignInAsync(SessionClaims.Scheme, SessionClaims.Principal(signedIn));
    }
}
