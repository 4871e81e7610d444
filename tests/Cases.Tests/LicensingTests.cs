using Heluo.TestKit;

namespace Heluo.Cases.Tests;

public class LicensingTests
{
    [Fact]
    public async Task An_application_goes_from_receipt_to_delivery_with_every_date_right()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        var state = await world.OpenShopAsync();
        state.Number.Length.ShouldBe(43);
        state.Stage.ShouldBe("received");
        world.DueOf(state, "acceptance").ShouldBe("2021-01-11");

        world.At("2021-01-05T10:00");
        state = await world.DoAsync(
            state, state.Clerk(), "request-correction", ("points", new[] { "the form", "the licence" }));
        state.Stage.ShouldBe("correction");
        state.Clock("acceptance")!.Paused.ShouldBeTrue();

        world.At("2021-01-20T10:00");
        state = await world.DoAsync(state, CityWorld.Resident(), "answer-correction");
        state.Stage.ShouldBe("received");
        world.DueOf(state, "acceptance").ShouldBe("2021-01-26");

        state = (await world.GiveAsync(state, state.Clerk(), "application-form", "business-licence")).Value;
        state = await world.DoAsync(state, state.Clerk(), "accept");
        state.Stage.ShouldBe("review");
        world.DueOf(state, "promise").ShouldBe("2021-02-01");
        world.DueOf(state, "law").ShouldBe("2021-02-22");

        world.At("2021-01-22T09:00");
        state = await world.DoAsync(
            state, state.Reviewer(), "begin-special", ("kind", "appraisal"), ("days", 10), ("reason", "x"));
        world.At("2021-01-29T16:00");
        state = await world.DoAsync(state, state.Reviewer(), "end-special", ("outcome", "fine"));
        state.Stage.ShouldBe("review");
        world.DueOf(state, "promise").ShouldBe("2021-02-07");

        state = await world.DoAsync(state, state.Head(), "extend", ("days", 5), ("reason", "the season"));
        world.DueOf(state, "promise").ShouldBe("2021-02-19");

        state = await world.DoStepAsync(
            state, state.Reviewer(), "conclude-step", "check-papers", ("opinion", "agree"), ("reason", "ok"));
        state.Stage.ShouldBe("decision");
        state = await world.DoAsync(state, state.Approver(), "approve", ("reason", "in order"));
        state.Stage.ShouldBe("concluded");
        world.DueOf(state, "delivery").ShouldBe("2021-02-18");

        state = await world.DoAsync(state, state.Clerk(), "deliver", ("method", "electronic"));
        state.End.ShouldBe("delivered");
        state.Documents.Select(document => document.Template).ShouldBe(
        [
            "receipt", "correction-notice", "acceptance-notice", "special-procedure-notice", "extension-notice",
            "decision-approval", "delivery-slip",
        ]);
        state.Marks["result"].GetString().ShouldBe("approved");

        var timeline = (await world.Timeline.ReadAsync(state, CancellationToken.None)).Value;
        timeline.Length.ShouldBe(state.Version);
    }

    [Fact]
    public async Task Silence_for_five_working_days_is_acceptance_from_the_day_of_receipt()
    {
        await using var world = await CityWorld.AtAsync("2021-02-08T09:00");
        var state = await world.OpenShopAsync();
        world.DueOf(state, "acceptance").ShouldBe("2021-02-20");

        world.At("2021-02-20T23:59");
        (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(0);
        world.At("2021-02-23T11:00");
        await world.Timers.FireAsync(CancellationToken.None);
        await world.Timers.FireAsync(CancellationToken.None);

        var accepted = (await world.Cases.ReadAsync(state.Number, state.Clerk(), CancellationToken.None)).Value;
        accepted.Stage.ShouldBe("review");
        accepted.Marks["deemed_accepted"].GetBoolean().ShouldBeTrue();
        accepted.Clock("promise")!.StartedAt.ShouldBe(state.OpenedAt);
        accepted.Acts["deem-accept"].At.ShouldBe(world.InstantOf("2021-02-21T00:00"));
        accepted.Version.ShouldBe(state.Version + 1);
    }

    [Fact]
    public async Task Corrections_are_asked_once_and_no_more()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();
        state = await world.DoAsync(state, state.Clerk(), "request-correction", ("points", new[] { "x" }));
        state = await world.DoAsync(state, CityWorld.Resident(), "answer-correction");
        (await world.TryAsync(state, state.Clerk(), "request-correction", step: null, ("points", new[] { "y" })))
            .Refusal!.Code.ShouldBe("act.too_often");
    }

    [Fact]
    public async Task What_is_not_corrected_in_time_is_returned()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();
        state = await world.DoAsync(state, state.Clerk(), "request-correction", ("points", new[] { "x" }));
        world.At("2021-06-01T09:00");
        await world.Timers.FireAsync(CancellationToken.None);
        (await world.Cases.ReadAsync(
            state.Number, CityWorld.Resident(), CancellationToken.None)).Value.End.ShouldBe("returned");
    }

    [Fact]
    public async Task A_case_without_its_required_papers_cannot_be_accepted()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();
        (await world.TryAsync(
            state, state.Clerk(), "accept", step: null)).Refusal!.Code.ShouldBe("case.papers_missing");
    }
}
