using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Heluo.Registry.Tests.Http;

/// <summary>A house of a few doors on a free port, where the header X-Actor says who calls.</summary>
internal sealed class TestHouse : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestHouse(WebApplication app, HttpClient client)
    {
        this.app = app;
        Client = client;
    }

    internal HttpClient Client { get; }

    internal IServiceProvider Services => app.Services;

    internal static async Task<TestHouse> StartAsync(Action<WebApplication> map, bool check = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new Ids(TimeProvider.System));
        builder.Services.AddSingleton<ActorOf>(ByHeader);
        var app = builder.Build();
        app.UseRouting();
        app.UseAccess();
        map(app);
        if (check)
        {
            app.CheckAccess();
        }

        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new TestHouse(app, new HttpClient { BaseAddress = new Uri(address) });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static ValueTask<Outcome<Actor>> ByHeader(HttpContext context)
    {
        Outcome<Actor> actor = context.Request.Headers["X-Actor"].ToString().Split(':') switch
        {
            ["resident"] => new Actor("person/a", ActorKind.Resident, []),
            ["officer", var role] => new Actor("officer/o", ActorKind.Officer, Duties(role)),
            ["machine", var scope] => new Actor("key/k", ActorKind.Machine, Duties(scope)),
            ["administrator", var role] => new Actor("officer/s", ActorKind.Administrator, Duties(role)),
            ["revoked"] => new Refusal(RefusalKind.Forbidden, "authorization.revoked", "It was revoked."),
            _ => Actor.Nobody,
        };
        return ValueTask.FromResult(actor);
    }

    private static ImmutableArray<Duty> Duties(string role) => [new Duty(role)];
}
