namespace Heluo.Storage.Tests.Deciding;

public sealed class DeskTests
{
    [Fact]
    public async Task An_accepted_request_is_stored_and_answered_with_its_place()
    {
        using var world = new World();
        var opened = (await world.Open("a", new("2021", "Li Na"), "c1")).Value;
        opened.Version.ShouldBe(1);
        opened.Position.ShouldBe(2);
        opened.Reply.ShouldBe(1);
        var paid = (await world.Pay("a", 7, "c2")).Value;
        paid.State.Amount.ShouldBe(7);
        paid.Version.ShouldBe(2);
        paid.Position.ShouldBe(3);
        world.Reopen();
        var loaded = await world.Load("a");
        loaded.State.Amount.ShouldBe(7);
        loaded.Version.ShouldBe(2);
        loaded.Position.ShouldBe(3);
    }

    [Fact]
    public async Task A_repeated_command_gets_its_first_answer()
    {
        using var world = new World();
        await world.Open("a", new("2021"), "c1");
        await world.Open("b", new("2021"), "c2");
        await world.Pay("a", 5, "c3");
        for (var i = 0; i < 2; i++)
        {
            var again = (await world.Open("a", new("2021"), "c1")).Value;
            again.Repeated.ShouldBeTrue();
            again.Version.ShouldBe(1);
            again.Position.ShouldBe(2);
            again.Reply.ShouldBe(1);
            again.State.Amount.ShouldBe(0);
            world.Reopen();
        }

        (await world.Log()).Length.ShouldBe(5);
    }

    [Fact]
    public async Task A_command_id_used_for_another_request_is_refused()
    {
        using var world = new World();
        await world.Pay("a", 5, "c1");
        (await world.Pay("a", 6, "c1")).Refusal!.Code.ShouldBe("command.reused");
        (await world.Pay("b", 5, "c1")).Refusal!.Code.ShouldBe("command.reused");
        world.Reopen();
        (await world.Pay("a", 6, "c1")).Refusal!.Code.ShouldBe("command.reused");
    }

    [Fact]
    public async Task A_refused_request_leaves_nothing_and_its_id_is_free()
    {
        using var world = new World();
        (await world.Pay("a", -1, "c1")).Refusal!.Code.ShouldBe("account.empty");
        (await world.Log()).ShouldBeEmpty();
        (await world.Pay("a", 1, "c1")).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_sealed_value_opens_after_a_restart_and_stands_nowhere_in_the_file()
    {
        using var world = new World();
        await world.Open("a", new("2021", "Zhao-the-Secret"), "c1");
        world.Reopen();
        var owner = (await world.Load("a")).State.Owner!;
        world.Store.Vault.OpenTextUnlogged(owner).Value.ShouldBe("Zhao-the-Secret");
        world.Close();
        foreach (var file in Directory.GetFiles(world.Folder, "*", SearchOption.AllDirectories))
        {
            System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)).ShouldNotContain("Zhao-the-Secret");
        }

        world.Reopen();
    }
}
