using Heluo.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Registry.Tests;

public sealed class MandatesTests : IAsyncLifetime
{
    private Http.RegistryHouse house = null!;
    private string zhang = "";
    private string li = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Mandates Mandates => house.Services.GetRequiredService<Mandates>();

    public async ValueTask InitializeAsync()
    {
        house = await Http.RegistryHouse.StartAsync();
        zhang = await house.Person("zhang", World.ZhangNumber);
        li = await house.Person("li", World.LiNumber, "李四");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Theory]
    [InlineData(World.LiNumber, "李五")]
    [InlineData(World.LiNumber, "")]
    [InlineData(World.WangNumber, "李四")]
    [InlineData("41010019901010005X", "李四")]
    public async Task A_wrong_name_and_a_number_nobody_has_are_answered_alike(string number, string name)
    {
        var refused = await GrantAsync(number, name);
        refused!.Code.ShouldBe("authorization.agent_unknown");
        refused.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_check_digit_is_told_as_such() =>
        (await GrantAsync("410100200002290013", "李四"))!.Code.ShouldBe("id.check_digit");

    [Fact]
    public async Task Both_sides_see_a_mandate_with_masked_names_until_it_is_taken_back()
    {
        (await GrantAsync(World.LiNumber, " 李四 ")).ShouldBeNull();
        foreach (var party in new[] { zhang, li })
        {
            var seen = (await Mandates.OfAsync(World.Resident(party))).Single();
            (seen.PrincipalName, seen.AgentName, seen.Holds).ShouldBe(("张*", "李*", true));
        }

        var key = (await Mandates.OfAsync(World.Resident(li))).Single().Key;
        (await Mandates.RevokeAsync(World.Resident("person/stranger"), key, "command-9", Ct))!.Code
            .ShouldBe("authorization.unknown");
        (await Mandates.RevokeAsync(World.Resident(li), key, "command-9", Ct)).ShouldBeNull();
        (await Mandates.OfAsync(World.Resident(zhang))).ShouldBeEmpty();
    }

    private Task<Refusal?> GrantAsync(string number, string name) => Mandates.GrantAsync(
        World.Resident(zhang), IdentityScheme.CitizenId, number, name, [], World.Today.PlusYears(1), "command-1", Ct);
}
