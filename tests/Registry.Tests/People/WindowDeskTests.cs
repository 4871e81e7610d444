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
    public async Task Whom_the_officer_may_not_serve_is_not_shown()
    {
        await house.Person("near", World.ZhangNumber);
        await house.Person("far", World.WangNumber, "王五", Town.Zone);
        var near = (await Window.FindAsync(IdentityScheme.CitizenId, World.ZhangNumber, World.Clerk)).Value!;
        (near.Id, near.Name, near.Number).ShouldBe(("person/near", "张*", "4101**********0001"));
        (await Window.FindAsync(IdentityScheme.CitizenId, World.WangNumber, World.Clerk)).Value.ShouldBeNull();
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
