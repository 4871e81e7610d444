using Heluo.Registry;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Heluo.Tests;

/// <summary>Somebody who knocks: what their requests carry.</summary>
/// <param name="Name">What the table calls them.</param>
/// <param name="Headers">Cookie, key, and the authorisation they stand on.</param>
internal sealed record AccessCaller(string Name, params (string Name, string Value)[] Headers)
{
    public IEnumerable<string> Cookies =>
        Headers.Where(header => header.Name == "Cookie").Select(header => header.Value);
}

/// <summary>Everybody who knocks, as the table of doors names them.</summary>
internal static class AccessCallers
{
    public const string Jinshui = "410105";
    public const string Jingbalu = "410105001";
    public const string Erqi = "410103";
    public const string Market = "jinshui-market";
    public const string FirmCode = "92410105TTTTTTX11U";

    public static readonly (string Key, string Born, string Area)[] People =
    [
        ("zhang", "19880312", Jingbalu), ("liu", "19900705", "410103001"), ("full", "19750101", Jingbalu),
        ("narrow", "19760101", Jingbalu), ("revoked", "19770101", Jingbalu), ("unborn", "19780101", Jingbalu),
        ("legal", "19790101", Jingbalu), ("former", "19800101", Jingbalu), ("guardian", "19810101", Jingbalu),
        ("ward", "20150601", Jingbalu), ("switched-off", "19820101", Jingbalu), ("timed-out", "19830101", Jingbalu),
        ("signed-out", "19840101", Jingbalu),
    ];

    private static readonly (string Key, (string, string?, string?)[] Duties)[] Officers =
    [
        ("clerk", [("clerk", Market, Jinshui)]),
        ("other-unit", [("clerk", "jinshui-health", Jinshui)]),
        ("other-area", [("clerk", "erqi-market", Erqi)]),
        ("reviewer", [("reviewer", Market, Jinshui)]),
        ("approver", [("approver", Market, Jinshui)]),
        ("head", [("agency-head", Market, Jinshui)]),
        ("collector", [("collector", null, Jinshui)]),
        ("far-collector", [("collector", null, Erqi)]),
        ("dispatcher", [("dispatcher", null, Jinshui)]),
        ("inspector", [("inspector", null, Jinshui)]),
        ("no-duty", []),
        ("system", [("system-administrator", null, null)]),
        ("security", [("security-administrator", null, null)]),
        ("audit", [("audit-administrator", null, null)]),
    ];

    /// <summary>Who acts in the journal when a caller does.</summary>
    public static string HolderOf(AccessCaller caller) =>
        Officers.Any(one => one.Key == caller.Name) ? $"officer/{caller.Name}"
        : People.Any(one => one.Key == caller.Name) ? $"person/{caller.Name}"
        : caller.Name;

    /// <summary>The same callers with sessions opened now.</summary>
    public static async Task<List<AccessCaller>> AgainAsync(AccessCity city, IEnumerable<AccessCaller> callers)
    {
        var again = new List<AccessCaller>();
        foreach (var caller in callers)
        {
            var cookie = HolderOf(caller).Contains('/', StringComparison.Ordinal)
                && caller.Name is not ("switched-off" or "signed-out" or "timed-out")
                ? await city.SessionAsync(HolderOf(caller)) : null;
            again.Add(cookie is null ? caller : caller with
            {
                Headers = [("Cookie", cookie), .. caller.Headers.Where(header => header.Name != "Cookie")],
            });
        }

        return again;
    }

    public static async Task<List<AccessCaller>> MakeAsync(AccessCity city)
    {
        foreach (var (key, born, area) in People)
        {
            await city.PersonAsync(key, born, area);
        }

        foreach (var (key, duties) in Officers)
        {
            await city.OfficerAsync(key, duties);
        }

        await city.RunAsync<RegisterFirm, Firm>(
            FirmCode, new("Noodles", Jinshui, "legal", "Name of legal", "firm-legal"));
        var later = AccessCity.Today.PlusYears(1);
        await city.MandateAsync("to-full", "person/zhang", "full", later);
        await city.MandateAsync("to-narrow", "person/zhang", "narrow", later, "food-business");
        await city.MandateAsync("to-revoked", "person/zhang", "revoked", later);
        await city.RunAsync<RevokeAuthorization, Authorization>("to-revoked", new());
        await city.MandateAsync("to-guardian", "person/ward", "guardian", to: null);
        await city.MandateAsync("of-liu", "person/liu", "ward", later, "food-business");
        await city.MandateAsync("of-firm", $"firm/{FirmCode}", "narrow", later, "food-business");
        await city.RunAsync<GrantAuthorization, Authorization>("to-unborn", new(
            "person/zhang", "unborn", [], [], AccessCity.Today.PlusDays(1), later, "papers were seen"));

        var callers = new List<AccessCaller> { new("nobody") };
        foreach (var (name, holder, standing) in new[]
        {
            ("zhang", "person/zhang", null), ("liu", "person/liu", null), ("full", "person/full", "to-full"),
            ("narrow", "person/narrow", "to-narrow"), ("revoked", "person/revoked", "to-revoked"),
            ("unborn", "person/unborn", "to-unborn"), ("legal", "person/legal", "firm-legal"),
            ("guardian", "person/guardian", "to-guardian"), ("thief", "person/former", "to-full"),
        })
        {
            (string, string) cookie = ("Cookie", await city.SessionAsync(holder));
            callers.Add(new(name, standing is null ? [cookie] : [cookie, ("Heluo-Acting-For", standing)]));
        }

        foreach (var (key, _) in Officers)
        {
            callers.Add(new(key, ("Cookie", await city.SessionAsync($"officer/{key}"))));
        }

        callers.AddRange(await MachinesAsync(city));
        callers.AddRange(await EndedAsync(city));
        return callers;
    }

    private static async Task<AccessCaller[]> MachinesAsync(AccessCity city)
    {
        static AccessCaller Machine(string name, string key) => new(name, ("Authorization", $"Bearer {key}"));
        var revoked = await city.KeyAsync("revoked", new KeyScope("cases", null, null));
        await city.RunAsync<RevokeApiKey, ApiKey>(revoked["hlk_".Length..revoked.LastIndexOf('_')], new());
        return
        [
            Machine("machine", await city.KeyAsync(
                "machine", new KeyScope("cases", null, Jinshui), new KeyScope("incidents", null, Jinshui))),
            Machine("far-machine", await city.KeyAsync(
                "far", new KeyScope("cases", null, Erqi), new KeyScope("incidents", null, Erqi))),
            Machine("bare-machine", await city.KeyAsync("bare", new KeyScope("weather", null, null))),
            Machine("revoked-key", revoked),
            Machine("made-up-key", "hlk_" + new string('a', 26) + "_" + new string('b', 32)),
        ];
    }

    // Sessions that held once: what they were worth is gone.
    private static async Task<AccessCaller[]> EndedAsync(AccessCity city)
    {
        var off = await city.SessionAsync("person/switched-off");
        var system = await city.ActorAsync("officer/system");
        await city.RunAsync<SwitchAccount, Account>(
            city.AccountOf("person/switched-off"), new(Disabled: true), system);
        var left = await city.SessionAsync("person/signed-out");
        await city.RunAsync<CloseSessions, Account>(city.AccountOf("person/signed-out"), new());
        return
        [
            new("switched-off", ("Cookie", off)),
            new("signed-out", ("Cookie", left)),
            new("timed-out", ("Cookie", await city.SessionAsync("person/timed-out", Duration.FromMinutes(31)))),
            new("forged", ("Cookie", left[..^8] + "AAAAAAAA")),
        ];
    }
}
