namespace Heluo.Browser;

/// <summary>A demo city and the people who are in it at once, each with a browser of their own.</summary>
internal sealed class Town : IAsyncDisposable
{
    private readonly Chromium chromium;
    private readonly DemoProcess city;
    private readonly List<Visitor> visitors = [];

    private Town(Chromium chromium, DemoProcess city) => (this.chromium, this.city) = (chromium, city);

    public static async Task<Town> AtAsync(Chromium chromium, string local) =>
        new(chromium, await DemoProcess.AtAsync(local));

    /// <summary>Somebody comes; whoever is named is signed in.</summary>
    public async Task<Visitor> ComesAsync(
        string? login = null, string language = "zh-CN", bool elder = false, bool chooses = true)
    {
        var visitor = await Visitor.ComeAsync(chromium, city.Address, login, language, elder, chooses);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Moves the city to the morning of a day, on the demo's clock page.</summary>
    public async Task MovesToAsync(DateOnly day)
    {
        await using var hand = await Visitor.ComeAsync(chromium, city.Address);
        await hand.GoAsync("/demo/clock");
        await hand.FillAsync("拨到这一天的早上", $"{day:yyyy-MM-dd}");
        await hand.PressAsync("拨动");
        (await hand.TextAsync()).ShouldContain($"{day.Year}年{day.Month}月{day.Day}日 09:0");
    }

    /// <summary>What was found wrong with the pages anybody looked at.</summary>
    public IEnumerable<string> Faults => visitors.SelectMany(visitor => visitor.Faults).Distinct();

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors)
        {
            await visitor.DisposeAsync();
        }

        await city.DisposeAsync();
    }
}
