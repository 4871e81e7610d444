using Heluo.Kernel;
using Heluo.Registry.Http;
using NodaTime;

namespace Heluo.Registry.Tests;

public sealed class ApiKeyTests : IDisposable
{
    private readonly World world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Instant Now => world.Clock.Now();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_key_opens_what_its_scope_names_in_its_area_and_nothing_else()
    {
        var shown = await Make(new KeyScope("reports.write", null, Town.Jinshui));
        var actor = await Known(shown.Key);
        actor.Kind.ShouldBe(ActorKind.Machine);
        Access.Machine("reports.write").Admits(actor).ShouldBeTrue();
        Access.Machine("reports.read").Admits(actor).ShouldBeFalse();
        Access.Machine("reports").Admits(actor).ShouldBeFalse();
        Access.SignedIn.Admits(actor).ShouldBeFalse();
        Access.Officer().Admits(actor).ShouldBeFalse();
        actor.Holds("reports.write", "any", Town.Jingbalu).ShouldBeTrue();
        actor.Holds("reports.write", "any", Town.Zone).ShouldBeFalse();
    }

    [Fact]
    public async Task A_machine_is_never_an_administrator_nor_an_officer()
    {
        (await Create(World.Security, new KeyScope("security-administrator"))).Faults()
            .ShouldContain("key.administrator");
        var clerk = await Known((await Make(new KeyScope("clerk"))).Key);
        Access.Officer("clerk").Admits(clerk).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_security_administrator_makes_and_revokes_keys()
    {
        Actor[] actors =
            [World.System, World.Audit, World.Clerk, World.Resident("person/x"), Actor.Nobody];
        foreach (var actor in actors)
        {
            (await Create(actor, new KeyScope("a.b"))).Code().ShouldBe("key.not_yours");
        }

        var shown = await Make(new KeyScope("a.b"));
        (await Revoke(shown, World.System)).ShouldBe("key.not_yours");
        (await Revoke(shown, World.Security)).ShouldBe("");
        (await Revoke(shown, World.Security)).ShouldBe("key.revoked");
    }

    [Fact]
    public async Task A_wrong_ended_or_revoked_key_is_refused_and_all_alike()
    {
        var shown = await Make(new KeyScope("a.b"));
        var id = shown.Id["key/".Length..];
        var secret = shown.Key[(shown.Key.LastIndexOf('_') + 1)..];
        string[] wrong =
        [
            "", "hlk_", $"hlk_{id}", $"hlk_{id}_", $"hlk_{id}_wrong", $"hlk_ghost_{secret}", $"{id}_{secret}",
            shown.Key.ToUpperInvariant(), shown.Key + "x", $"hlk_../{id}_{secret}", new string('a', 5000),
        ];
        foreach (var key in wrong)
        {
            (await world.Keys.KnowAsync(key, Now)).Code().ShouldBe("key.wrong", key);
        }

        (await world.Keys.KnowAsync(shown.Key, Now)).Code().ShouldBe("");
        (await world.Keys.KnowAsync(shown.Key, Now + Duration.FromDays(30))).Code().ShouldBe("key.wrong");
        await Revoke(shown, World.Security);
        (await world.Keys.KnowAsync(shown.Key, Now)).Code().ShouldBe("key.wrong");
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_never_written_down()
    {
        var shown = await Make(new KeyScope("a.b"));
        var secret = shown.Key[(shown.Key.LastIndexOf('_') + 1)..];
        var created = (ApiKeyCreated)(await world.Log()).Single().Fact;
        created.Hash.ShouldNotContain(secret);
        created.Hash.ShouldBe(Secrets.Hash(secret));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var made = await world.Keys.CreateAsync(
            "", [new KeyScope("Not A Scope", "ghost", "nowhere")], 0, RateClass.Standard,
            World.Security, world.Command(), Ct);
        made.Faults().ShouldBe(["text.name", "key.days", "key.scope_form", "agency.unknown", "area.unknown"]);
        (await Create(World.Security)).Faults().ShouldBe(["key.scopes"]);
    }

    private async Task<Actor> Known(string key) => (await world.Keys.KnowAsync(key, Now)).Value.AsActor(Town.City);

    private async Task<ShownKey> Make(params KeyScope[] scopes) => (await Create(World.Security, scopes)).Value;

    private Task<Outcome<ShownKey>> Create(Actor actor, params KeyScope[] scopes) => world.Keys.CreateAsync(
        "gateway", [.. scopes], 30, RateClass.Standard, actor, world.Command(), Ct);

    private async Task<string> Revoke(ShownKey shown, Actor actor) =>
        (await world.Run<RevokeApiKey, ApiKey>(shown.Id["key/".Length..], new(), actor)).Code();
}
