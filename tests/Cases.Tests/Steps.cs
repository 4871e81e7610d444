using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.TestKit;

namespace Heluo.Cases.Tests;

/// <summary>Sentences for tests of the engine.</summary>
internal static class Steps
{
    public const string Street = "410105001";

    public static Task<Outcome<Case>> OpenAsync(
        this CityWorld world, string kind, string subject, Actor? by = null, params (string, object)[] answers) =>
        world.Cases.OpenAsync(
            new OpenCase(kind, subject, Street, CityWorld.Answers(answers), "web"),
            by ?? CityWorld.Resident(),
            world.Command(),
            CancellationToken.None);

    public static async Task<Case> OpenShopAsync(this CityWorld world, params (string, object)[] more) =>
        (await world.OpenAsync("item", "food-business", by: null,
        [
            ("business_name", "A"), ("credit_code", "91410100TTTTTT0112"), ("responsible_person", "B"),
            ("contact_phone", "037100000001"), ("premises", "C"), ("business_kind", "sales"), ("area", 40),
            ("online_sales", false), ("self_owned", true), ("delivery", "electronic"), .. more,
        ])).Value;

    public static Task<Outcome<Case>> TryAsync(
        this CityWorld world, Case state, Actor by, string act, string? step, params (string, object)[] answers) =>
        world.Cases.PerformAsync(
            state.Number, new PerformAct(act, step, CityWorld.Answers(answers), state.Version), by, world.Command(),
            CancellationToken.None);

    public static async Task<Case> DoAsync(
        this CityWorld world, Case state, Actor by, string act, params (string, object)[] answers) =>
        (await world.TryAsync(state, by, act, step: null, answers)).Value;

    public static async Task<Case> DoStepAsync(
        this CityWorld world, Case state, Actor by, string act, string step, params (string, object)[] answers) =>
        (await world.TryAsync(state, by, act, step, answers)).Value;

    public static Task<Outcome<Case>> GiveAsync(this CityWorld world, Case state, Actor by, params string[] papers) =>
        world.Cases.PerformAsync(
            state.Number,
            new PerformAct("add-papers", Step: null, CityWorld.Answers(("note", "seen at the window")), state.Version)
            {
                Papers = [.. papers.Select(paper => new PaperGiven(paper, paper, Blob: null, "B"))],
            },
            by,
            world.Command(),
            CancellationToken.None);

    public static Actor Clerk(this Case state) => CityWorld.Officer("clerk", state.Agency, state.Area[..6]);

    public static Actor Reviewer(this Case state) => CityWorld.Officer("reviewer", state.Agency, state.Area[..6]);

    public static Actor Approver(this Case state) => CityWorld.Officer("approver", state.Agency, state.Area[..6]);

    public static Actor Head(this Case state) => CityWorld.Officer("agency-head", state.Agency, state.Area[..6]);

    public static string DueOf(this CityWorld world, Case state, string clock) =>
        world.Cases.Clocks(state).Single(one => one.Clock.Id == clock).Due.Date.ToString("uuuu-MM-dd", null);
}
