using CsCheck;

namespace Heluo.Cel.Tests.Values;

public sealed class TimeValueTests
{
    [Theory]
    [InlineData("2021-02-19T08:00:00+08:00", "2021-02-19T00:00:00Z")]
    [InlineData("2021-02-19T00:00:00.5Z", "2021-02-19T00:00:00.5Z")]
    [InlineData("2021-02-19T00:00:00.123456789Z", "2021-02-19T00:00:00.123456789Z")]
    [InlineData("1969-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59.999999999Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z")]
    public void An_instant_is_read_and_written(string text, string expected)
    {
        CelTimestamp.TryParse(text, out var timestamp).ShouldBeTrue();
        timestamp.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2021-02-19")]
    [InlineData("2021-02-19T00:00:00")]
    [InlineData("2021-02-19 00:00:00Z")]
    [InlineData("2021-02-19t00:00:00z")]
    [InlineData("2021-2-19T00:00:00Z")]
    [InlineData("2021-02-29T00:00:00Z")]
    [InlineData("2021-02-19T24:00:00Z")]
    [InlineData("2021-02-19T00:00:60Z")]
    [InlineData("2021-02-19T00:00:00.Z")]
    [InlineData("2021-02-19T00:00:00.1234567890Z")]
    [InlineData("2021-02-19T00:00:00+8:00")]
    [InlineData("2021-02-19T00:00:00+24:00")]
    [InlineData("2021-02-19T00:00:00ZZ")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("10000-01-01T00:00:00Z")]
    public void What_is_no_instant_is_refused(string text) =>
        CelTimestamp.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1h30m", "5400s")]
    [InlineData("-1.5s", "-1.5s")]
    [InlineData("-0.5s", "-0.5s")]
    [InlineData("1ms1us1ns", "0.001001001s")]
    [InlineData("1µs", "0.000001s")]
    [InlineData("0", "0s")]
    [InlineData("+2s", "2s")]
    [InlineData("9223372036.854775807s", "9223372036.854775807s")]
    [InlineData("-9223372036.854775808s", "-9223372036.854775808s")]
    public void A_length_is_read_and_written(string text, string expected)
    {
        CelDuration.TryParse(text, out var duration).ShouldBeTrue();
        duration.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1")]
    [InlineData("s")]
    [InlineData(".s")]
    [InlineData("1d")]
    [InlineData("1 s")]
    [InlineData("1s-1s")]
    [InlineData("1.1.1s")]
    [InlineData("9223372036.854775808s")]
    [InlineData("99999999999999999999999999999999h")]
    [InlineData("9999999999h9999999999h")]
    public void What_is_no_length_is_refused(string text) => CelDuration.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Instants_and_lengths_read_back_from_their_text() =>
        Gen.Select(Instant, Gen.Long).Sample((instant, nanoseconds) =>
        {
            var duration = CelDuration.FromNanoseconds(nanoseconds);
            return CelTimestamp.TryParse(instant.ToString(), out var one) && one == instant
                && CelDuration.TryParse(duration.ToString(), out var two) && two == duration;
        });

    [Fact]
    public void Adding_and_taking_away_are_each_others_undoing() =>
        Gen.Select(Instant, Gen.Long).Sample((instant, nanoseconds) =>
        {
            var duration = CelDuration.FromNanoseconds(nanoseconds);
            return !instant.TryAdd(duration, out var later)
                || (later.TrySubtract(instant, out var back) && back == duration
                    && later > instant == nanoseconds > 0);
        });

    [Fact]
    public void Net_time_goes_there_and_back() =>
        Gen.DateTimeOffset.Sample(instant =>
            CelTimestamp.From(instant).ToDateTimeOffset().UtcTicks == instant.UtcTicks);

    private static Gen<CelTimestamp> Instant =>
        Gen.Select(Gen.Long[-62_135_596_800, 253_402_300_799], Gen.Int[0, 999_999_999]).Select((seconds, nanos) =>
            CelTimestamp.TryCreate(seconds, nanos, out var timestamp) ? timestamp : default);
}
