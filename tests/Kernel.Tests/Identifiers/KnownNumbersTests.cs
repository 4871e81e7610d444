using System.Text.Json;

namespace Heluo.Kernel.Tests;

/// <summary>Numbers that nobody on this project wrote.</summary>
public sealed class KnownNumbersTests
{
    [Fact]
    public void Known_citizen_numbers_are_judged_right()
    {
        var numbers = Read().GetProperty("citizenId");
        foreach (var number in Texts(numbers.GetProperty("valid")))
        {
            CitizenId.Read(number).IsRefused.ShouldBeFalse(number);
        }

        foreach (var number in Texts(numbers.GetProperty("invalid")))
        {
            CitizenId.Read(number).IsRefused.ShouldBeTrue(number);
        }

        foreach (var pair in numbers.GetProperty("upgrade15to18").EnumerateArray())
        {
            CitizenId.Parse(pair[0].GetString()).ToString().ShouldBe(pair[1].GetString());
        }

        foreach (var number in Texts(numbers.GetProperty("historicalAreaCodes")))
        {
            CitizenId.Read(number).IsRefused.ShouldBeFalse(number);
        }
    }

    [Fact]
    public void Known_credit_codes_are_judged_right()
    {
        var codes = Read().GetProperty("creditCode");
        foreach (var code in codes.GetProperty("valid").EnumerateArray().Select(c => c.GetString()!))
        {
            CreditCode.Read(code).Refusal.ShouldBeNull(code);
        }

        foreach (var code in Texts(codes.GetProperty("invalid")))
        {
            CreditCode.Read(code).IsRefused.ShouldBeTrue(code);
        }
    }

    private static IEnumerable<string> Texts(JsonElement list) =>
        list.EnumerateArray().Select(entry => entry.GetProperty("number").GetString()!);

    private static JsonElement Read() =>
        JsonDocument.Parse(File.ReadAllText(SharedData.File("ids/numbers.json"))).RootElement;
}
