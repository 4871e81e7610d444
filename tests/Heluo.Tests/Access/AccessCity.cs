using System.Collections.Immutable;
using System.Security.Claims;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Storage;
using Heluo.Tests.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Heluo.Tests;

/// <summary>
/// A city that serves, made through the rooms' own doors: people, firms, officers, machines, and a real session for
/// each. It is Monday 4 January 2021, 09:00 in the city, and the clock stands until a test moves it.
/// </summary>
internal sealed class AccessCity : IAsyncDisposable
{
    private const string Issuer = "https://people.example";
    private readonly TemporaryFolder folder = new();
    private TrialProvider provider = null!;
    private Running running = null!;
    private int commands;

    public static LocalDate Today { get; } = new(2021, 1, 4);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2021, 1, 4, 1, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => running.Services;

    public Uri Address => running.Address;

    public string Data => folder.Root;

    public Desk Desk => Services.GetRequiredService<Desk>();

    public static async Task<AccessCity> StartAsync(params (string Key, string Value)[] settings)
    {
        var city = new AccessCity { provider = await TrialProvider.StartAsync() };
        var overrides = new Dictionary<string, string?>
        {
            [Demands.Authority] = city.provider.Address,
            ["Identity:ClientId"] = "heluo",
            ["Logging:LogLevel:Default"] = "None",
            ["Rates:RequestsPerMinute"] = "60000000",
            ["Rates:WritesPerMinute"] = "60000000",
        };
        foreach (var (key, value) in settings)
        {
            overrides[key] = value;
        }

        city.running = (await Running.StartAsync(
            LiveHouse.Settings(HouseMode.Serve, city.folder.Root) with { Clock = city.Clock, Overrides = overrides },
            TestContext.Current.CancellationToken)).Value;
        return city;
    }

    public string Command() => $"command-{Interlocked.Increment(ref commands)}";

    public async Task<Done<TState>> RunAsync<TRequest, TState>(string key, TRequest request, Actor? actor = null)
        where TRequest : IDecision<TRequest, TState>
        where TState : class, IState<TState>
    {
        var done = await Desk.RunAsync<TRequest, TState>(
            key, request, actor ?? Actor.House, Command(), TestContext.Current.CancellationToken);
        done.Refusal.ShouldBeNull($"{typeof(TRequest).Name} {key}");
        return done.Value;
    }

    /// <summary>Registers a person; the birthday makes their number.</summary>
    public async Task<string> PersonAsync(string key, string born, string area)
    {
        var request = RegisterPerson.Of(
            Services.GetRequiredService<Tags>(), $"Name of {key}", IdentityScheme.CitizenId, Number(born, key),
            "0371 0000 0001", area, PersonLevel.Verified).Value;
        await RunAsync<RegisterPerson, Person>(key, request);
        return $"person/{key}";
    }

    /// <summary>A citizen's number for somebody of this key, check digit and all.</summary>
    public static string Number(string born, string key)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var serial = key.Aggregate(7, (sum, sign) => ((sum * 31) + sign) % 999) + 1;
        var text = $"410100{born}{serial:D3}";
        return text + "10X98765432"[text.Select((digit, at) => (digit - '0') * weights[at]).Sum() % 11];
    }

    public async Task<string> OfficerAsync(string key, params (string Role, string? Agency, string? Area)[] duties)
    {
        var tag = AppointOfficer.TagOf(
            Services.GetRequiredService<Tags>(), IdentityScheme.CitizenId, Number("19700101", key)).Value;
        await RunAsync<AppointOfficer, Officer>(key, new($"Officer {key}", StaffNumber: null, tag));
        foreach (var (role, agency, area) in duties)
        {
            await RunAsync<GrantDuty, Officer>(key, new(role, agency, area, Today));
        }

        return $"officer/{key}";
    }

    /// <summary>Records that one may act for another, and answers the authorisation's key.</summary>
    public async Task<string> MandateAsync(
        string key, string principal, string agent, LocalDate? to, params string[] items)
    {
        await RunAsync<GrantAuthorization, Authorization>(
            key, new(principal, agent, [.. items], [], Today, to, "papers were seen"));
        return key;
    }

    public async Task<string> KeyAsync(string name, params KeyScope[] scopes)
    {
        var made = await Services.GetRequiredService<ApiKeys>().CreateAsync(
            name, [.. scopes], 30, RateClass.Standard, Actor.House, Command(), default);
        made.Refusal.ShouldBeNull(name);
        return made.Value.Key;
    }

    public async ValueTask<Actor> ActorAsync(string holder, string? authorization = null)
    {
        var actor = await Services.GetRequiredService<Actors>().OfAsync(holder, authorization);
        actor.Refusal.ShouldBeNull(holder);
        return actor.Value;
    }

    /// <summary>Opens a session as a provider's word does, and answers the cookie its holder would carry.</summary>
    public async Task<string> SessionAsync(string holder, Duration? ago = null)
    {
        var signIn = Services.GetRequiredService<SignInDesk>();
        var linked = await signIn.LinkAsync(Issuer, holder, holder, Actor.House, Command(), default);
        linked.Refusal.ShouldBeNull(holder);
        var signedIn = (await signIn.ByProviderAsync(Issuer, holder, 1, default)).Value;
        return Cookie(signedIn, ago ?? Duration.Zero);
    }

    public string AccountOf(string holder) => Account.KeyOf(Services.GetRequiredService<Tags>(), Issuer, holder);

    public string Cookie(SignedIn signedIn, Duration ago)
    {
        var issued = Clock.GetUtcNow() - ago.ToTimeSpan();
        var ticket = new AuthenticationTicket(
            SessionClaims.Principal(signedIn),
            new AuthenticationProperties { IssuedUtc = issued, ExpiresUtc = issued + TimeSpan.FromHours(2) },
            SessionClaims.Scheme);
        return $"{SessionClaims.Scheme}={Tickets.Protect(ticket)}";
    }

    /// <summary>Whom a cookie names; null when this house did not make it.</summary>
    public ClaimsPrincipal? Read(string cookie) =>
        Tickets.Unprotect(cookie[(SessionClaims.Scheme.Length + 1)..])?.Principal;

    private ISecureDataFormat<AuthenticationTicket> Tickets =>
        Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(SessionClaims.Scheme).TicketDataFormat;

    public async ValueTask DisposeAsync()
    {
        await running.DisposeAsync();
        await provider.DisposeAsync();
        folder.Dispose();
    }
}
