using Heluo.Kernel;
using Heluo.Registry.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Registry.Tests.Http;

/// <summary>Everybody tries every door of the room, on records that are somebody else's.</summary>
public sealed class EveryDoorTests : IAsyncLifetime
{
    private static readonly Dictionary<string, Actor> Actors = new(StringComparer.Ordinal)
    {
        ["nobody"] = Actor.Nobody,
        ["forged"] = Actor.Nobody,
        ["wrong key"] = Actor.Nobody,
        ["resident"] = World.Resident("person/zhang"),
        ["clerk"] = World.Clerk,
        ["dispatcher"] = World.Clerk,
        ["machine"] = new("key/k", ActorKind.Machine, [new Duty("reports.write")]),
        ["system-administrator"] = World.System,
        ["security-administrator"] = World.Security,
        ["audit-administrator"] = World.Audit,
    };

    private readonly Dictionary<string, (string Name, string Value)> callers = new(StringComparer.Ordinal);
    private RegistryHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        house = await RegistryHouse.StartAsync();
        await house.Person("victim", World.WangNumber, "王五", Town.Zone);
        await house.Run<RegisterFirm, Firm>(
            World.FirmCode, new("面馆", Town.Zone, "victim", "王五", "victims"));
        callers["nobody"] = ("X-Nothing", "1");
        callers["forged"] = ("Cookie", "heluo=CfDJ8ForgedForgedForgedForgedForged");
        callers["wrong key"] = ("Authorization", "Bearer hlk_wrong_wrong");
        callers["resident"] = await Cookie(await house.Person("zhang", World.ZhangNumber));
        callers["clerk"] = await Cookie(await house.Officer("clerk", "clerk", Town.Jinshui));
        callers["dispatcher"] = await Cookie(await house.Officer("dispatcher", "dispatcher"));
        foreach (var kind in AdministratorKinds.All)
        {
            callers[kind.Role()] = await Cookie(await house.Officer(kind.Role()[..8], kind.Role()));
        }

        var keys = house.Services.GetRequiredService<ApiKeys>();
        var shown = await keys.CreateAsync(
            "gateway", [new KeyScope("reports.write")], 30, RateClass.Standard, Actor.House, "command-key",
            TestContext.Current.CancellationToken);
        callers["machine"] = ("Authorization", $"Bearer {shown.Value.Key}");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Nobody_passes_a_door_that_does_not_name_them_and_nobody_touches_a_foreign_record()
    {
        var passed = new List<string>();
        var tried = 0;
        foreach (var door in house.Doors())
        {
            foreach (var (who, header) in callers)
            {
                var path = door.Route.Replace("{key}", "victim", StringComparison.Ordinal)
                    .Replace("{code}", World.FirmCode, StringComparison.Ordinal)
                    .Replace("{no:int}", "1", StringComparison.Ordinal)
                    .Replace("{id}", "no-body", StringComparison.Ordinal);
                var method = door.Methods.Single();
                var (status, _) = await house.Send(method, path, method is "POST" ? Bodies(door.Route) : null, header);
                tried++;
                var stopped = door.Access!.Admits(Actors[who]) || status is 401 or 403;
                if (!stopped || (status < 300 && !May(who, door)))
                {
                    passed.Add($"{who}: {method} {door.Route} → {status}");
                }
            }
        }

        passed.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(250);
    }

    [Fact]
    public void Every_door_names_whom_it_admits() =>
        house.Doors().ShouldAllBe(door => door.Access != null && door.Methods.Length == 1);

    // What each caller may do without reaching a record of somebody else.
    private static bool May(string who, EndpointAccess door)
    {
        var open = door.Access!.Admission == Admission.Public;
        var own = door.Route.StartsWith("/api/v1/me", StringComparison.Ordinal);
        return who switch
        {
            "nobody" or "forged" => open,
            "wrong key" => false,
            "machine" => open,
            "resident" => open || own || door.Route is "/api/v1/authorizations" or "/api/v1/firms/{code}",
            "clerk" or "dispatcher" => open || own || Reads(door) || door.Route is "/api/v1/firms/{code}",
            "system-administrator" => open || own || Reads(door) || Runs(door, Admission.SystemAdministrator),
            "security-administrator" => open || own || Reads(door) || Runs(door, Admission.SecurityAdministrator),
            _ => open || own || Reads(door) || Runs(door, Admission.AuditAdministrator),
        };
    }

    private static bool Reads(EndpointAccess door) =>
        door.Methods[0] == "GET" && door.Route.StartsWith("/api/v1/officers", StringComparison.Ordinal)
        && door.Access!.Admission.HasFlag(Admission.Officer);

    private static bool Runs(EndpointAccess door, Admission kind) =>
        door.Access!.Admission.HasFlag(kind) && !door.Access.Admission.HasFlag(Admission.Resident);

    private static object Bodies(string route) => route switch
    {
        "/api/v1/persons" => new
        {
            name = "李四", scheme = "citizen-id", number = World.LiNumber, phone = (string?)null, area = Town.Zone,
        },
        "/api/v1/persons/find" => new { scheme = "citizen-id", number = World.WangNumber },
        "/api/v1/persons/{key}/open" => new { purpose = "just-looking", @case = (string?)null },
        "/api/v1/firms" => new
        {
            creditCode = "91410100TTTTTT02XR", name = "面馆", area = Town.Zone, representativeName = "王五",
            representative = new { scheme = "citizen-id", number = World.WangNumber },
        },
        "/api/v1/authorizations" => new
        {
            agent = new { scheme = "citizen-id", number = World.ZhangNumber }, agentName = "张三", from = "2021-01-04",
            to = "2021-12-31", principal = "person/victim", evidence = "seen papers",
        },
        "/api/v1/officers" => new { id = $"new-{route.Length}", name = "New" },
        "/api/v1/officers/{key}/duties" => new { role = "clerk", from = "2021-01-04" },
        "/api/v1/officers/{key}/duties/{no:int}/end" => new { to = "2021-01-04" },
        "/api/v1/officers/{key}/covers" => new { by = "clerk", from = "2021-01-04", to = "2021-01-05" },
        "/api/v1/accounts" => new { issuer = "https://idp.example", subject = "x", officer = "clerk" },
        "/api/v1/accounts/{key}/switch" => new { disabled = true },
        "/api/v1/keys" => new { label = "mine", scopes = new[] { new { scope = "a.b" } } },
        _ => new { },
    };

    private async Task<(string, string)> Cookie(string holder) => ("Cookie", await house.SignIn(holder));
}
