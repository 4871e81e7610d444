using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Registry.Tests;

public sealed class WindowDeskTests : IAsyncLifetime
{
    private Http.RegistryHouse house = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private WindowDesk Window => house.Services.GetRequiredService<WindowDesk>();

    public async ValueTask InitializeAsync() => house = await Http.RegistryHouse.StartAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Somebody_of_another_district_is_found_by_the_whole_number_and_sees_who_looked()
    {
        await house.Person("far", World.WangNumber, "王五", Town.Zone);
        var looks = house.Services.GetRequiredService<Looks>();
        (await Window.FindAsync(IdentityScheme.CitizenId, World.WangNumber, World.Audit, Ct)).Value.ShouldBeNull();
        (await looks.OfAsync("person/far")).Value.ShouldBeEmpty();
        var far = (await Window.FindAsync(IdentityScheme.CitizenId, World.WangNumber, World.Clerk, Ct)).Value!;
        (far.Id, far.Name).ShouldBe(("person/far", "王*"));
        var look = (await looks.OfAsync("person/far")).Value.ShouldHaveSingleItem();
        (look.Actor, look.Purpose).ShouldBe((World.Clerk.Id, "window-intake"));
    }

    [Fact]
    public async Task Whom_the_officer_serves_is_shown_and_to_no_other_officer_anybody()
    {
        await house.Person("near", World.ZhangNumber);
        var near = (await Window.FindAsync(IdentityScheme.CitizenId, World.ZhangNumber, World.Clerk)).Value!;
        (near.Id, near.Name, near.Number).ShouldBe(("person/near", "张*", "4101**********0001"));
        (await Window.FindAsync(IdentityScheme.CitizenId, World.ZhangNumber, World.Audit)).Value.ShouldBeNull();
        (await Window.FindAsync(IdentityScheme.CitizenId, "410100199001010002", World.Clerk)).Code()
            .ShouldBe("id.check_digit");
    }

    [Fact]
    public async Task Who_stands_at_the_window_is_registered_once_for_one_command()
    {
        var first = await RegisterAsync("command-1");
        (await RegisterAsync("command-1")).ShouldBe(first);
        (await Window.RegisterAsync(
            "张三", IdentityScheme.CitizenId, World.ZhangNumber, null, Town.Jingbalu, World.Clerk, "command-2", Ct))
            .Code().ShouldBe("person.number_taken");
    }

    private async Task<PersonPresent> RegisterAsync(string command) => (await Window.RegisterAsync(
        "张三", IdentityScheme.CitizenId, World.ZhangNumber, null, Town.Jingbalu, World.Clerk, command, Ct)).Value;
}
