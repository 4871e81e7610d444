using Heluo.Kernel;
using Heluo.TestKit;

namespace Heluo.Cases.Tests.Numbers;

/// <summary>The 43 characters: implementation code, day of the city, four digits.</summary>
public class CaseNumberTests
{
    private static (string Day, int Serial) Tail(Case state) =>
        (state.Number[31..39], int.Parse(state.Number[39..], System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task The_day_of_a_number_and_the_year_of_a_document_are_those_of_the_city_not_of_greenwich()
    {
        await using var world = await CityWorld.AtAsync("2020-12-31T23:59");
        var last = await world.OpenShopAsync();
        (await world.OpenShopAsync()).Number.ShouldEndWith("202012310002");
        world.Clock.Advance(TimeSpan.FromSeconds(59));
        Tail(await world.OpenShopAsync()).ShouldBe(("20201231", 3));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        world.Clock.GetUtcNow().Year.ShouldBe(2020);
        var first = await world.OpenShopAsync();
        (first.Number.Length, Tail(last), Tail(first)).ShouldBe((43, ("20201231", 1), ("20210101", 1)));
        last.Documents.Single().Number.ShouldBe("2020-1");
        first.Documents.Single().Number.ShouldBe("2021-1");
        first.Number[..31].ShouldBe(last.Number[..31]);
        ImplementationCode.TryParse(first.Number[..31], null, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Over_midnight_of_new_year_under_load_there_is_no_gap_no_double_and_no_refusal()
    {
        await using var world = await CityWorld.AtAsync("2020-12-31T23:59");
        world.Clock.Advance(TimeSpan.FromSeconds(59.9));
        var opened = new List<Task<Case>>();
        for (var i = 0; i < 120; i++)
        {
            opened.Add(Task.Run(() => world.OpenShopAsync()));
            if (i is 30 or 60 or 90)
            {
                await Task.Yield();
                world.Clock.Advance(TimeSpan.FromMilliseconds(40));
            }
        }

        var all = await Task.WhenAll(opened);
        foreach (var day in all.GroupBy(state => Tail(state).Day))
        {
            day.Select(state => Tail(state).Serial).Order().ShouldBe(Enumerable.Range(1, day.Count()), day.Key);
        }

        foreach (var year in all.GroupBy(state => state.Documents.Single().Number.Split('-')[0]))
        {
            year.Select(state => int.Parse(state.Documents.Single().Number.Split('-')[1])).Order()
                .ShouldBe(Enumerable.Range(1, year.Count()), year.Key);
        }
    }

    [Fact]
    public async Task A_day_that_ends_between_preparing_and_deciding_is_prepared_anew()
    {
        await using var world = await CityWorld.AtAsync("2020-12-31T23:59");

        // Every look at the clock moves it: a case is prepared in the old year and decided in the new one.
        world.Clock.Advance(TimeSpan.FromSeconds(59));
        world.Clock.AutoAdvanceAmount = TimeSpan.FromMilliseconds(400);
        var opened = new List<Case>();
        for (var i = 0; i < 6; i++)
        {
            opened.Add(await world.OpenShopAsync());
        }

        world.Clock.AutoAdvanceAmount = TimeSpan.Zero;
        opened.Select(state => Tail(state).Day).Distinct().ShouldBe(["20201231", "20210101"]);
        foreach (var day in opened.GroupBy(state => Tail(state).Day))
        {
            day.Select(state => Tail(state).Serial).ShouldBe(Enumerable.Range(1, day.Count()));
        }
    }

    [Fact]
    public async Task A_timer_of_the_old_year_that_fires_in_the_new_one_numbers_its_document_in_the_old()
    {
        await using var world = await CityWorld.AtAsync("2020-12-23T09:00");
        var state = await world.OpenShopAsync();
        world.DueOf(state, "acceptance").ShouldBe("2020-12-30");
        world.At("2021-01-05T09:00");
        (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(1);
        (await world.Cases.ReadAsync(state.Number, state.Clerk(), CancellationToken.None)).Value.Documents[^1].Number
            .ShouldBe("2020-1");
    }

    [Fact]
    public async Task The_last_number_of_a_day_is_given_and_the_next_is_refused_by_name()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();
        var serial = "case/" + state.Number[..39];
        await world.Desk.RunAsync<JumpTo, Serial>(
            serial, new JumpTo(Serial.Largest - 1), Actor.House, "jump", CancellationToken.None);
        (await world.OpenShopAsync()).Number.ShouldEndWith("9999");
        (await world.OpenAsync("item", "food-business", null, ShopAnswers())).Refusal!.Code
            .ShouldBe("case.numbers_full");
        world.At("2021-03-02T09:00");
        (await world.OpenShopAsync()).Number.ShouldEndWith("202103020001");
    }

    private static (string, object)[] ShopAnswers() =>
    [
        ("business_name", "A"), ("credit_code", "91410100TTTTTT0112"), ("responsible_person", "B"),
        ("contact_phone", "037100000001"), ("premises", "C"), ("business_kind", "sales"), ("area", 40),
        ("online_sales", false), ("self_owned", true), ("delivery", "electronic"),
    ];

    private sealed record JumpTo(int Number) : Storage.IDecision<JumpTo, Serial>
    {
        public static Outcome<Storage.Decided> Decide(
            Serial state, Actor actor, Storage.Reads reads, JumpTo request, NodaTime.Instant now) =>
            Storage.Decided.With(new SerialTaken(request.Number));
    }
}
