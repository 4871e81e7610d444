namespace Heluo.Tests;

/// <summary>Records of others that are named in what is sent, not in the address.</summary>
[Collection(nameof(MatrixCity))]
public sealed class NamedInBodiesTests(MatrixCity matrix)
{
    [Theory]
    [InlineData("zhang", "/api/v1/drafts", "{\"item\":\"food-business\",\"owner\":\"person/ID\"}", "liu")]
    [InlineData("narrow", "/api/v1/drafts", "{\"item\":\"food-business\",\"owner\":\"person/ID\"}", "liu")]
    [InlineData("zhang", "/api/v1/authorizations", Grant, "liu")]
    [InlineData("full", "/api/v1/authorizations", Grant, "liu")]
    [InlineData("clerk", "/api/v1/authorizations", Grant, "liu")]
    [InlineData("collector", "/api/v1/authorizations", Grant, "liu")]
    public async Task Whoever_names_somebody_elses_is_told_no_and_not_whether_there_is_such_a_one(
        string caller, string route, string body, string owner)
    {
        var known = await KnockAsync(caller, route, body.Replace("ID", owner, StringComparison.Ordinal));
        known.Status.ShouldBe(403, known.Text);
        var none = await KnockAsync(caller, route, body.Replace("ID", "nobody-such", StringComparison.Ordinal));
        none.Told.ShouldBe(known.Told);
    }

    private const string Grant = "{\"agent\":{\"scheme\":\"citizen-id\",\"number\":\"$ward\"},"
        + "\"agentName\":\"Name of ward\",\"from\":\"2021-01-04\",\"to\":\"2021-06-01\","
        + "\"principal\":\"person/ID\",\"evidence\":\"papers seen\"}";

    private async Task<Knock> KnockAsync(string caller, string route, string body)
    {
        var door = new Door("POST", route, Record: null, [], body);
        var who = matrix.Callers.Single(one => one.Name == caller);
        return await matrix.Knocker.KnockAsync(who, door, record: null, ct: TestContext.Current.CancellationToken);
    }
}
