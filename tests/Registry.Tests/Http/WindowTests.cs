namespace Heluo.Registry.Tests.Http;

public sealed class WindowTests : IAsyncLifetime
{
    private RegistryHouse house = null!;
    private (string, string) clerk;

    public async ValueTask InitializeAsync()
    {
        house = await RegistryHouse.StartAsync();
        clerk = ("Cookie", await house.SignIn(await house.Officer("clerk", "clerk", Town.Jinshui)));
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_clerk_registers_finds_and_opens_whoever_stands_at_the_window()
    {
        var (status, made) = await house.Send("POST", "/api/v1/persons", Person(World.ZhangNumber), clerk);
        status.ShouldBe(201, made.ToString());
        made.GetProperty("name").GetString().ShouldBe("张*");
        made.GetProperty("number").GetString().ShouldBe("4101**********0001");
        var key = made.GetProperty("id").GetString()!["person/".Length..];
        var (_, found) = await house.Send("POST", "/api/v1/persons/find", Number(World.ZhangNumber), clerk);
        found.GetProperty("id").GetString().ShouldBe($"person/{key}");
        var (_, opened) = await house.Send(
            "POST", $"/api/v1/persons/{key}/open", new { purpose = "window-intake", @case = "SJ-1" }, clerk);
        opened.GetProperty("name").GetString().ShouldBe("张三");
        opened.GetProperty("number").GetString().ShouldBe(World.ZhangNumber);
    }

    [Fact]
    public async Task The_resident_then_sees_who_looked_by_name_and_the_auditor_finds_it_three_ways()
    {
        var zhang = await house.Person("zhang", World.ZhangNumber);
        await house.Send("POST", "/api/v1/persons/zhang/open", new { purpose = "window-intake", @case = "SJ-1" },
            clerk);
        var (_, mine) = await house.Send("GET", "/api/v1/me/looks", null, ("Cookie", await house.SignIn(zhang)));
        mine.GetProperty("looks")[0].GetProperty("actor").GetString().ShouldBe("officer/clerk");
        mine.GetProperty("names").GetProperty("officer/clerk").GetString().ShouldBe("clerk");
        var auditor = ("Cookie", await house.SignIn(await house.Officer("eyes", "audit-administrator")));
        foreach (var filter in new[] { "subject=person/zhang", "actor=officer/clerk", "case=SJ-1" })
        {
            var (_, page) = await house.Send("GET", $"/api/v1/looks?{filter}", null, auditor);
            page.GetProperty("looks").GetArrayLength().ShouldBe(1, filter);
            page.ToString().ShouldNotContain("张三");
        }

        foreach (var filter in new[] { "", "?subject=person/zhang&case=SJ-1" })
        {
            var (status, refused) = await house.Send("GET", $"/api/v1/looks{filter}", null, auditor);
            (status, refused.GetProperty("code").GetString()).ShouldBe((400, "look.filter"));
        }
    }

    [Fact]
    public async Task Who_lives_elsewhere_is_answered_like_who_is_not_registered()
    {
        await house.Person("wang", World.WangNumber, "王五", Town.Zone);
        var (there, known) = await house.Send("POST", "/api/v1/persons/find", Number(World.WangNumber), clerk);
        var (none, unknown) = await house.Send("POST", "/api/v1/persons/find", Number(World.LiNumber), clerk);
        (there, none).ShouldBe((404, 404));
        known.ToString().ShouldBe(unknown.ToString());
        var (open, _) = await house.Send("POST", "/api/v1/persons/wang/open", new { purpose = "look-up" }, clerk);
        open.ShouldBe(404);
    }

    [Fact]
    public async Task The_same_command_twice_registers_one_person()
    {
        (string, string) once = ("Idempotency-Key", "window-12345");
        var (_, first) = await house.Send("POST", "/api/v1/persons", Person(World.ZhangNumber), clerk, once);
        var (status, again) = await house.Send("POST", "/api/v1/persons", Person(World.ZhangNumber), clerk, once);
        (status, again.GetProperty("id").GetString()).ShouldBe((201, first.GetProperty("id").GetString()));
        var (other, refused) = await house.Send("POST", "/api/v1/persons", Person(World.LiNumber), clerk, once);
        (other, refused.GetProperty("code").GetString()).ShouldBe((409, "command.reused"));
    }

    [Fact]
    public async Task A_wrong_check_digit_is_told_with_its_code_and_field()
    {
        var (status, refused) = await house.Send("POST", "/api/v1/persons", Person("410100199001010002"), clerk);
        status.ShouldBe(422);
        refused.GetProperty("code").GetString().ShouldBe("id.check_digit");
        refused.GetProperty("faults")[0].GetProperty("field").GetString().ShouldBe("number");
        refused.ToString().ShouldNotContain("410100199001010002");
    }

    [Fact]
    public async Task A_firm_is_registered_with_its_representative_and_seen_by_its_public_name()
    {
        await house.Person("zhang", World.ZhangNumber);
        var firm = new
        {
            creditCode = World.FirmCode.ToLowerInvariant(), name = "面馆", area = Town.Jinshui,
            representative = Number(World.ZhangNumber), representativeName = "张三",
        };
        var (status, made) = await house.Send("POST", "/api/v1/firms", firm, clerk);
        status.ShouldBe(201, made.ToString());
        var (_, seen) = await house.Send("GET", $"/api/v1/firms/{World.FirmCode}", null, clerk);
        seen.EnumerateObject().Select(one => one.Name).ShouldBe(["id", "name", "area"]);
    }

    private static object Person(string number) => new
    {
        name = "张三", scheme = "citizen-id", number, phone = "13800001234", area = Town.Jingbalu,
    };

    private static object Number(string number) => new { scheme = "citizen-id", number };
}
