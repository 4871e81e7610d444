using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heluo.Cases;
using Heluo.Governance;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Heluo.TestKit;

/// <summary>The doors of the service and governance nets on a free port, over a <see cref="CityWorld"/>. Who calls is
/// whoever
/// the test says; every gate behind that is the real one.</summary>
public sealed class CityHouse : IAsyncDisposable
{
    private const string Header = "X-Actor";
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Actor> actors;
    private readonly Uri address;
    private readonly List<HttpClient> clients = [];

    private CityHouse(WebApplication app, ConcurrentDictionary<string, Actor> actors, Uri address) =>
        (this.app, this.actors, this.address) = (app, actors, address);

    /// <summary>How the house writes JSON.</summary>
    public static JsonSerializerOptions Json { get; } = Strict(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Its services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Opens the doors.</summary>
    public static async Task<CityHouse> StartAsync(CityWorld world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var actors = new ConcurrentDictionary<string, Actor>(StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 1 << 20);
        Add(builder.Services, world);
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddSingleton<ActorOf>(context =>
            ValueTask.FromResult<Outcome<Actor>>(
                actors.GetValueOrDefault(context.Request.Headers[Header].ToString(), Actor.Nobody)));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        builder.Services.ConfigureHttpJsonOptions(json => Strict(json.SerializerOptions));
        var app = builder.Build();
        app.UseRouting();
        app.UseAccess();
        app.MapCases();
        app.MapServices();
        app.MapGovernance();
        app.CheckAccess();
        foreach (var follower in app.Services.GetServices<IFollower>().Where(one => one is not CaseIndex))
        {
            await world.Store.FollowAsync(follower);
        }

        await app.StartAsync();
        var at = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new CityHouse(app, actors, new Uri(at));
    }

    /// <summary>A client that calls as an actor; nobody when none is given.</summary>
    public HttpClient As(Actor? actor = null)
    {
        var client = new HttpClient { BaseAddress = address };
        if (actor is not null)
        {
            actors[actor.Id] = actor;
            client.DefaultRequestHeaders.Add(Header, actor.Id);
        }

        clients.Add(client);
        return client;
    }

    /// <summary>The JSON body of an answer.</summary>
    public static async Task<JsonElement> BodyAsync(HttpResponseMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Json))!;
    }

    /// <summary>The refusal code of an answer; the status when it holds none.</summary>
    public static async Task<string> CodeAsync(HttpResponseMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? (await BodyAsync(answer)).GetProperty("code").GetString()!
            : $"{(int)answer.StatusCode}";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await app.DisposeAsync();
    }

    private static void Add(IServiceCollection services, CityWorld world)
    {
        services.AddSingleton<TimeProvider>(world.Clock);
        services.AddSingleton(new Ids(world.Clock));
        services.AddSingleton(new SignInOptions());
        services.AddSingleton<DutiesOf>(_ => ValueTask.FromResult<IReadOnlyList<Duty>>([]));
        services.AddRegistry().AddCases().AddServiceNet().AddGovernance();

        // The pages of archives are drawn by a room that does not stand here.
        services.AddSingleton(new ArchiveInk(
            (document, _) => Task.FromResult($"{document.Title}\n{string.Join('\n', document.Body)}\n{document.Code}"),
            (cover, _) => Task.FromResult(
                $"{cover.Number}\n{string.Join('\n', cover.Sections.SelectMany(one => one.Rows))}")));

        // The world's own come last and hold; the container does not close what it was handed.
        services.AddSingleton(world.Store).AddSingleton(world.Desk).AddSingleton(world.Tags)
            .AddSingleton(world.Directory);
        services.AddSingleton(world.Packs).AddSingleton(world.Rules).AddSingleton(world.Index)
            .AddSingleton(world.Cases);
    }

    private static JsonSerializerOptions Strict(JsonSerializerOptions json)
    {
        json.MaxDepth = 32;
        json.AllowDuplicateProperties = false;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectRequiredConstructorParameters = true;
        json.RespectNullableAnnotations = true;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        WireJson.AddTo(json);
        return json;
    }
}
