namespace Heluo.Cel.Tests.Library;

public sealed class TimeFunctionTests
{
    [Theory]
    [InlineData("getFullYear()", "2021")]
    [InlineData("getMonth()", "1")]
    [InlineData("getDate()", "10")]
    [InlineData("getDayOfMonth()", "9")]
    [InlineData("getDayOfYear()", "40")]
    [InlineData("getDayOfWeek()", "3")]
    [InlineData("getHours()", "17")]
    [InlineData("getMinutes()", "30")]
    [InlineData("getSeconds()", "15")]
    [InlineData("getMilliseconds()", "250")]
    [InlineData("getDate('Asia/Shanghai')", "11")]
    [InlineData("getHours('Asia/Shanghai')", "1")]
    [InlineData("getHours('+08:00')", "1")]
    [InlineData("getHours('08:00')", "1")]
    [InlineData("getHours('-02:30')", "15")]
    [InlineData("getHours('UTC')", "17")]
    [InlineData("getHours('America/New_York')", "12")]
    [InlineData("getHours('Mars/Olympus')", "!cel.argument")]
    [InlineData("getHours('../../etc/passwd')", "!cel.argument")]
    [InlineData("getHours('+25:00')", "!cel.argument")]
    public void Parts_of_an_instant_are_read_in_a_zone(string call, string expected) =>
        Expression.Answer($"timestamp('2021-02-10T17:30:15.250Z').{call}").ShouldBe(expected);

    [Theory]
    [InlineData("duration('90m').getHours()", "1")]
    [InlineData("duration('90m').getMinutes()", "90")]
    [InlineData("duration('90m').getSeconds()", "5400")]
    [InlineData("duration('1.234s').getMilliseconds()", "234")]
    [InlineData("duration('-90m').getHours()", "-1")]
    public void A_length_of_time_is_read_whole(string source, string expected) =>
        Expression.Answer(source).ShouldBe(expected);

    [Fact]
    public void A_host_may_bring_its_own_zones()
    {
        var environment = CelEnvironment.Standard.At((zone, _) => zone == "City/Hall" ? TimeSpan.FromHours(3) : null);

        environment.Compile("timestamp(0).getHours('City/Hall')").Program!.Run().Value.ShouldBe(3L);
        environment.Compile("timestamp(0).getHours('Asia/Shanghai')").Program!.Run().Error.ShouldNotBeNull();
    }

    [Fact]
    public void The_ends_of_time_stay_within_time()
    {
        Expression.Answer("timestamp('9999-12-31T23:59:59Z').getFullYear('+14:00')").ShouldBe("9999");
        Expression.Answer("timestamp('0001-01-01T00:00:00Z').getFullYear('-12:00')").ShouldBe("1");
    }
}
