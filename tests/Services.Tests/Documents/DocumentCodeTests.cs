using Heluo.Storage;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.TestKit;
using Case = Heluo.Cases.Case;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Services.Tests.Documents;

public class DocumentCodeTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static async Task<(OfficialDocument Document, Case State)> WrittenAsync(CityWorld world, CityHouse house)
    {
        var state = await DocumentTests.OpenedAsync(world);
        var press = house.Services.GetRequiredService<DocumentPress>();
        return ((await press.WriteAsync(state, state.Documents[0], Actor.Nobody, "zh", "https://city.example/", Ct))
            .Value, state);
    }

    private static async Task<string> VerdictAsync(CityHouse house, string code) =>
        (await CityHouse.BodyAsync(await house.As().GetAsync($"/api/v1/check/{Uri.EscapeDataString(code)}")))
            .GetProperty("verdict").GetString()!;

    [Fact]
    public async Task A_forged_code_is_altered_and_a_made_up_one_unknown()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var code = (await WrittenAsync(world, house)).Document.Code;
        for (var place = 1; place <= 20; place++)
        {
            var forged = string.Concat(code.AsSpan(0, place), code[place] == '7' ? "8" : "7", code.AsSpan(place + 1));
            (await VerdictAsync(house, forged)).ShouldBe("altered");
        }

        foreach (var made in new[] { "x", "1", new string('1', 48), $"2{code[1..]}", code[..^1], $"{code}0",
            "../../etc", new string('a', 500) })
        {
            (await VerdictAsync(house, made)).ShouldBe("unknown");
        }
    }

    [Fact]
    public async Task A_genuine_code_tells_what_was_issued_and_nothing_personal()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var (document, state) = await WrittenAsync(world, house);
        var answer = await CityHouse.BodyAsync(await house.As().GetAsync($"/api/v1/check/{document.Code}"));
        answer.GetProperty("verdict").GetString().ShouldBe("genuine");
        answer.GetProperty("caseNumber").GetString().ShouldBe(state.Number);
        answer.GetProperty("date").GetString().ShouldBe("2021-01-04");
        answer.GetProperty("sort").GetString().ShouldBe("receipt");
        answer.GetRawText().ShouldNotContain("Very Secret");
        answer.GetRawText().ShouldNotContain("person/");
        document.CheckAddress.ShouldBe($"https://city.example/check/{document.Code}");
        document.Qr.ShouldStartWith("<svg");
        document.Qr.ShouldNotContain("script");
    }

    [Fact]
    public async Task A_code_typed_by_hand_is_understood()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var code = (await WrittenAsync(world, house)).Document.Code;
        var typed = string.Join(
            '-', code.ToUpperInvariant().Replace('0', 'O').Replace('1', 'I').Chunk(4).Select(part => new string(part)));
        (await VerdictAsync(house, typed)).ShouldBe("genuine");
    }

    [Fact]
    public async Task Another_house_does_not_vouch_for_it()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var (document, state) = await WrittenAsync(world, house);
        var folder = Directory.CreateTempSubdirectory("heluo-keys-").FullName;
        using var other = DocumentKeys.Open(folder, CryptoSuite.International).Value;
        new DocumentCodes(other).Fits(document.Code, state, state.Documents[0]).ShouldBeFalse();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_key_that_others_may_read_or_that_is_none_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("heluo-keys-").FullName;
        DocumentKeys.Open(folder, CryptoSuite.International).Value.Dispose();
        var path = Path.Combine(folder, "documents.pem");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        DocumentKeys.Open(folder, CryptoSuite.International).Refusal!.Code.ShouldBe("key.exposed");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(path, "nonsense");
        DocumentKeys.Open(folder, CryptoSuite.International).Refusal!.Code.ShouldBe("key.form");
        Directory.Delete(folder, recursive: true);
    }
}
