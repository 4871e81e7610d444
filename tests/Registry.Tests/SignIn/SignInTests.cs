using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry.Tests;

public sealed class SignInTests : IDisposable
{
    private readonly World world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_one_time_code_signs_in_once_and_never_again()
    {
        var code = (await world.First.WithCodeAsync("first", "First")).Value;
        (await world.SignIn.ByCodeAsync(code, Ct)).Value.Holder.ShouldBe("officer/first");
        (await world.SignIn.ByCodeAsync(code, Ct)).Code().ShouldBe("sign_in.code_wrong");
    }

    [Fact]
    public async Task Twenty_who_show_one_code_at_once_open_one_session()
    {
        using var patient = new World(new SignInOptions { Failures = 20 });
        var code = (await patient.First.WithCodeAsync("first", "First")).Value;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => patient.SignIn.ByCodeAsync(code, Ct)));
        outcomes.Count(outcome => !outcome.IsRefused).ShouldBe(1);
    }

    [Fact]
    public async Task A_code_is_too_old_after_a_day_and_a_new_one_takes_its_place()
    {
        var old = (await world.First.WithCodeAsync("first", "First")).Value;
        world.Wait(Duration.FromHours(24));
        (await world.SignIn.ByCodeAsync(old, Ct)).Code().ShouldBe("sign_in.code_wrong");
        var first = (await world.SignIn.IssueCodeAsync("officer/first", World.System, world.Command(), Ct)).Value;
        var second = (await world.SignIn.IssueCodeAsync("officer/first", World.System, world.Command(), Ct)).Value;
        (await world.SignIn.ByCodeAsync(first, Ct)).Code().ShouldBe("sign_in.code_wrong");
        (await world.SignIn.ByCodeAsync(second, Ct)).Code().ShouldBe("");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("first.")]
    [InlineData("ghost.abcdefgh")]
    [InlineData("no dot at all")]
    [InlineData("../../etc.passwd")]
    public async Task What_is_no_code_is_answered_like_a_wrong_one(string? code) =>
        (await world.SignIn.ByCodeAsync(code, Ct)).Code().ShouldBe("sign_in.code_wrong");

    [Fact]
    public async Task Five_wrong_codes_lock_the_login_also_for_the_right_one()
    {
        var code = (await world.First.WithCodeAsync("first", "First")).Value;
        for (var i = 0; i < 4; i++)
        {
            (await world.SignIn.ByCodeAsync("first.wrong", Ct)).Code().ShouldBe("sign_in.code_wrong");
        }

        (await world.SignIn.ByCodeAsync("first.wrong", Ct)).Code().ShouldBe("account.locked");
        var refused = await world.SignIn.ByCodeAsync(code, Ct);
        refused.Code().ShouldBe("account.locked");
        refused.Refusal!.Values["retryAfter"].ShouldBe("1800");
        world.Wait(Duration.FromMinutes(30));
        (await world.SignIn.ByCodeAsync(code, Ct)).Code().ShouldBe("");
    }

    [Fact]
    public async Task Failures_far_apart_do_not_add_up()
    {
        await world.First.WithCodeAsync("first", "First");
        for (var i = 0; i < 20; i++)
        {
            (await world.SignIn.ByCodeAsync("first.wrong", Ct)).Code().ShouldBe("sign_in.code_wrong");
            world.Wait(Duration.FromMinutes(4));
        }
    }

    [Fact]
    public async Task A_lock_ends_by_the_system_administrators_word()
    {
        var code = (await world.First.WithCodeAsync("first", "First")).Value;
        await world.Officer("root");
        for (var i = 0; i < 5; i++)
        {
            await world.SignIn.ByCodeAsync("first.wrong", Ct);
        }

        var key = Account.KeyOf(world.Tags, "heluo:one-time-code", "first");
        (await Switch(key, disabled: false, World.Security)).Code().ShouldBe("account.not_yours");
        (await Switch(key, disabled: false, World.System with { Id = "officer/first" })).Code().ShouldBe("account.own");
        (await Switch(key, disabled: false, World.System)).Code().ShouldBe("");
        (await world.SignIn.ByCodeAsync(code, Ct)).Code().ShouldBe("");
    }

    [Fact]
    public async Task A_login_that_stands_for_nobody_signs_nobody_in() =>
        (await world.SignIn.ByProviderAsync("https://idp", "stranger", 1, Ct)).Code().ShouldBe("account.unknown");

    [Fact]
    public async Task The_same_subject_of_another_provider_is_another_login()
    {
        await world.Officer("li-na");
        await Link("https://idp", "42", "officer/li-na");
        (await world.SignIn.ByProviderAsync("https://evil", "42", 1, Ct)).Code().ShouldBe("account.unknown");
        (await world.SignIn.ByProviderAsync("https://idp\n4", "2", 1, Ct)).Code().ShouldBe("account.unknown");
    }

    [Fact]
    public async Task A_login_stands_for_one_and_is_linked_by_whom_it_may()
    {
        await world.Officer("li-na");
        await world.Officer("wang");
        await Link("https://idp", "42", "officer/li-na");
        (await LinkBy(World.System, "42", "officer/wang")).Code().ShouldBe("account.linked");
        (await LinkBy(World.System, "42", "officer/li-na")).Code().ShouldBe("");
        (await LinkBy(World.Security, "43", "officer/li-na")).Code().ShouldBe("account.not_yours");
        (await LinkBy(World.System, "43", "officer/ghost")).Code().ShouldBe("account.holder_unknown");
        var zhang = await world.Person("zhang", World.ZhangNumber);
        (await LinkBy(World.System, "44", zhang)).Code().ShouldBe("account.not_yours");
        (await LinkBy(Actor.House, "44", zhang)).Code().ShouldBe("");
    }

    [Fact]
    public async Task A_login_switched_off_signs_nobody_in_and_has_no_session_left()
    {
        await world.Officer("li-na");
        var key = await Link("https://idp", "42", "officer/li-na");
        await world.SignIn.ByProviderAsync("https://idp", "42", 1, Ct);
        (await Switch(key, disabled: true, World.System)).Value.State.Sessions.ShouldBeEmpty();
        (await world.SignIn.ByProviderAsync("https://idp", "42", 1, Ct)).Code().ShouldBe("account.disabled");
        (await Switch(key, disabled: false, World.System)).Code().ShouldBe("");
        (await world.SignIn.ByProviderAsync("https://idp", "42", 1, Ct)).Code().ShouldBe("");
    }

    [Fact]
    public async Task The_fourth_session_ends_the_first()
    {
        await world.Officer("li-na");
        var key = await Link("https://idp", "42", "officer/li-na");
        var ids = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add((await world.SignIn.ByProviderAsync("https://idp", "42", 1, Ct)).Value.Session.Id);
        }

        (await world.Store.LoadAsync<Account>(key)).Value.State.Sessions.Select(session => session.Id)
            .ShouldBe(ids.Skip(1));
    }

    [Fact]
    public async Task Sessions_are_ended_by_their_holder_or_the_security_administrator()
    {
        await world.Officer("li-na", World.Duty("clerk"));
        var key = await Link("https://idp", "42", "officer/li-na");
        var session = (await world.SignIn.ByProviderAsync("https://idp", "42", 1, Ct)).Value.Session.Id;
        (await world.Run<CloseSessions, Account>(key, new(session), World.Clerk)).Code().ShouldBe("account.not_yours");
        (await world.Run<CloseSessions, Account>(key, new(session), World.System)).Code().ShouldBe("account.not_yours");
        (await world.Run<CloseSessions, Account>(key, new(session), World.Security))
            .Value.State.Sessions.ShouldBeEmpty();
    }

    [Fact]
    public void Options_out_of_range_are_all_named()
    {
        new SignInOptions().Check().ShouldBeNull();
        new SignInOptions { IdleMinutes = 0, Sessions = 99 }.Check()!.Faults.Select(fault => fault.Field)
            .ShouldBe(["IdleMinutes", "Sessions"]);
    }

    [Fact]
    public void A_session_that_was_silent_too_long_is_not_heard_again()
    {
        var pulse = new SessionPulse(new SignInOptions { IdleMinutes = 10 });
        var start = Instant.FromUtc(2021, 1, 4, 0, 0);
        pulse.Hear("s", start, start + Duration.FromMinutes(9)).ShouldBeTrue();
        pulse.Hear("s", start, start + Duration.FromMinutes(18)).ShouldBeTrue();
        pulse.Hear("s", start, start + Duration.FromMinutes(28)).ShouldBeFalse();
        pulse.Hear("t", start, start + Duration.FromMinutes(10)).ShouldBeFalse();
    }

    private async Task<string> Link(string issuer, string subject, string holder) =>
        (await world.SignIn.LinkAsync(issuer, subject, holder, Actor.House, world.Command(), Ct)).Value;

    private Task<Outcome<string>> LinkBy(Actor actor, string subject, string holder) =>
        world.SignIn.LinkAsync("https://idp", subject, holder, actor, world.Command(), Ct);

    private Task<Outcome<Done<Account>>> Switch(string key, bool disabled, Actor actor) =>
        world.Run<SwitchAccount, Account>(key, new(disabled), actor);
}
