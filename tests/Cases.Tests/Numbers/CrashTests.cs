using System.Diagnostics;
using System.Globalization;
using Heluo.TestKit;

namespace Heluo.Cases.Tests.Numbers;

public class CrashTests
{
    private const int Kills = 5;
    private const int GivenPerLife = 40;

    [Fact]
    public async Task Killed_while_numbers_are_given_none_is_lost_given_twice_or_left_out()
    {
        var folder = Directory.CreateTempSubdirectory("heluo-crash-").FullName;
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var life = 0; life < Kills; life++)
        {
            await LiveAndDieAsync(folder, given, GivenPerLife + (life * 7));
        }

        await using var world = await CityWorld.InAsync(folder, CrashCity.Time);
        var numbers = world.Index.Where(_ => true, 10_000).Select(row => row.Number).ToArray();
        numbers.Length.ShouldBeGreaterThanOrEqualTo(Kills * GivenPerLife);
        numbers.Select(number => int.Parse(number[^4..], CultureInfo.InvariantCulture)).Order()
            .ShouldBe(Enumerable.Range(1, numbers.Length));
        given.Values.Distinct().Count().ShouldBe(given.Count);
        given.Values.ShouldBeSubsetOf(numbers);

        // Sent again, each gets the number it was told.
        foreach (var (command, number) in given.TakeLast(20))
        {
            (await CrashCity.OpenAsync(world, command)).Number.ShouldBe(number);
        }

        world.Index.Count.ShouldBe(numbers.Length);
        (await world.Store.RefoldAsync(CancellationToken.None)).Value.Different.ShouldBeEmpty();
    }

    private static async Task LiveAndDieAsync(string folder, Dictionary<string, string> given, int enough)
    {
        var start = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
            ? new ProcessStartInfo("dotnet", [typeof(CrashTests).Assembly.Location])
            : new ProcessStartInfo(Environment.ProcessPath);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment[CrashCity.Variable] = folder;
        using var child = Process.Start(start)!;
        var errors = child.StandardError.ReadToEndAsync();
        var heard = 0;
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is [var command, var number])
            {
                given.Add(command, number);
                if (++heard == enough)
                {
                    child.Kill();
                }
            }
        }

        await child.WaitForExitAsync();
        heard.ShouldBeGreaterThanOrEqualTo(enough, await errors);
    }
}
