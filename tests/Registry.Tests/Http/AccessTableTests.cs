using System.Net;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Registry.Tests.Http;

public class AccessTableTests
{
    [Fact]
    public async Task A_door_that_names_nobody_stops_the_start_and_is_named()
    {
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => TestHouse.StartAsync(app =>
        {
            app.MapGet("/api/said", () => "").Admits(Access.Public);
            app.MapDelete("/api/forgot/{id}", (string id) => id);
        }));
        refused.Message.ShouldContain("DELETE /api/forgot/{id}");
        refused.Message.ShouldNotContain("/api/said");
    }

    [Fact]
    public async Task A_door_that_admits_none_stops_the_start() =>
        await Should.ThrowAsync<InvalidOperationException>(() => TestHouse.StartAsync(app =>
            app.MapGet("/api/none", () => "").Admits(new Access(Admission.None))));

    [Fact]
    public async Task A_door_that_slipped_past_the_check_admits_nobody()
    {
        await using var house = await TestHouse.StartAsync(app => app.MapGet("/api/late", () => ""), check: false);
        var answer = await house.Client.GetAsync("/api/late", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_table_lists_every_door_and_the_last_word_holds()
    {
        var table = new List<EndpointAccess>();
        await using var house = await TestHouse.StartAsync(app =>
        {
            var group = app.MapGroup("/api/v1").Admits(Access.Resident);
            group.MapGet("/a/{id}", (string id) => id);
            group.MapPost("/b", () => "").Admits(Access.Officer("clerk"));
            table.AddRange(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => AccessTable.Read(source)));
        });
        table.Select(door => $"{door.Methods.Single()} {door.Route}: {door.Access}").ShouldBe(
            ["GET /api/v1/a/{id}: Resident", "POST /api/v1/b: Officer roles=clerk"]);
    }
}
