using Heluo.TestKit;

namespace Heluo.Cases.Tests.Numbers;

/// <summary>The process that is killed: a city in a folder that opens cases at eight windows at once and says on its
/// output which number was given under which command.</summary>
internal static class CrashCity
{
    public const string Variable = "HELUO_CRASH_CITY";
    public const string Time = "2021-03-01T09:00";
    private const int Windows = 8;

    public static async Task RunAsync(string folder)
    {
        await using var world = await CityWorld.InAsync(folder, Time);
        var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        var life = world.Store.Head;
        await Task.WhenAll(Enumerable.Range(0, Windows).Select(window => Task.Run(async () =>
        {
            for (var turn = 0; ; turn++)
            {
                var command = FormattableString.Invariant($"life-{life}-{window}-{turn}");
                var opened = await OpenAsync(world, command);
                await output.WriteLineAsync($"{command} {opened.Number}");
            }
        })));
    }

    public static async Task<Case> OpenAsync(CityWorld world, string command) => (await world.Cases.OpenAsync(
        new OpenCase("incident", "exposed-rubbish", Steps.Street, CityWorld.Answers(
            ("setting", "street"), ("place", "A")), "web"),
        CityWorld.Resident(), command, CancellationToken.None)).Value;
}
