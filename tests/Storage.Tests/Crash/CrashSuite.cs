using System.Diagnostics;
using System.Globalization;

namespace Heluo.Storage.Tests.Crash;

/// <summary>A process killed again and again while it writes.</summary>
public abstract class CrashSuite
{
    private static readonly int Kills =
        Environment.GetEnvironmentVariable("HELUO_LONG") is { Length: > 0 } ? 200 : 20;
    private const int AcknowledgedPerLife = 60;

    protected abstract IPlace NewPlace();

    [Fact]
    public async Task Killed_twenty_times_under_load_it_loses_and_doubles_nothing()
    {
        using var scratch = new Scratch();
        using var place = NewPlace();
        var acknowledged = new Dictionary<(int Worker, int Turn), (long Position, int Version)>();
        for (var life = 0; life < Kills; life++)
        {
            await LiveAndDie(
                scratch.Folder, place, Next(acknowledged), acknowledged, AcknowledgedPerLife + (life * 7 % 40));
            place.Settle();
            await Check(scratch.Folder, place, acknowledged);
        }

        acknowledged.Count.ShouldBeGreaterThan(Kills * AcknowledgedPerLife);
    }

    /// <summary>Each worker goes on with the turn behind its last acknowledged one, which may have been stored or
    /// not.</summary>
    private static int[] Next(Dictionary<(int Worker, int Turn), (long Position, int Version)> acknowledged)
    {
        var next = new int[CrashChild.Workers];
        foreach (var (worker, turn) in acknowledged.Keys)
        {
            next[worker] = Math.Max(next[worker], turn + 1);
        }

        return next;
    }

    private static async Task LiveAndDie(
        string folder,
        IPlace place,
        int[] turns,
        Dictionary<(int Worker, int Turn), (long Position, int Version)> acknowledged,
        int enough)
    {
        using var child = Start(folder, place, turns);
        var errors = child.StandardError.ReadToEndAsync();
        var heard = 0;
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is not [var worker, var turn, var position, var version])
            {
                continue;
            }

            acknowledged.Add((Int(worker), Int(turn)), (Int(position), Int(version)));
            if (++heard == enough)
            {
                child.Kill();
            }
        }

        await child.WaitForExitAsync();
        heard.ShouldBeGreaterThanOrEqualTo(enough, await errors);
    }

    private protected static Process Start(string folder, IPlace place, int[] turns)
    {
        var start = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
            ? new ProcessStartInfo("dotnet", [typeof(CrashSuite).Assembly.Location])
            : new ProcessStartInfo(Environment.ProcessPath);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment[CrashChild.Variable] = $"{folder}|{string.Join(',', turns)}|{place.Address}";
        return Process.Start(start)!;
    }

    private static async Task Check(
        string folder, IPlace place, Dictionary<(int Worker, int Turn), (long Position, int Version)> acknowledged)
    {
        using var world = new World(folder, place);
        await world.ShouldBeWhole();
        var stored = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var from = 1L; from <= world.Store.Head; from += Limits.PageSize)
        {
            foreach (var fact in (await world.Store.ReadLogAsync(from, Limits.PageSize)).Value)
            {
                var isNext = stored.TryGetValue(fact.Stamp.Command, out var last) && last == fact.Stamp.Position - 1;
                (isNext || last == 0).ShouldBeTrue($"{fact.Stamp.Command} stands twice");
                stored[fact.Stamp.Command] = fact.Stamp.Position;
            }
        }

        foreach (var ((worker, turn), told) in acknowledged)
        {
            stored.GetValueOrDefault(CrashChild.Command(worker, turn))
                .ShouldBe(told.Position, $"acknowledged turn {turn} of worker {worker} was lost or moved");
        }

        await Repeat(world, acknowledged);
    }

    /// <summary>What was acknowledged last is known again; all of it still opens.</summary>
    private static async Task Repeat(
        World world, Dictionary<(int Worker, int Turn), (long Position, int Version)> acknowledged)
    {
        foreach (var last in acknowledged.GroupBy(entry => entry.Key.Worker)
                     .Select(group => group.MaxBy(entry => entry.Key.Turn)))
        {
            var again = (await CrashChild.Send(world.Desk, last.Key.Worker, last.Key.Turn)).Value;
            (again.Repeated, again.Position, again.Version).ShouldBe((true, last.Value.Position, last.Value.Version));
            var owner = (await world.Load(CrashChild.Key(last.Key.Worker))).State.Owner;
            world.Store.Vault.OpenTextUnlogged(owner!).Value.ShouldStartWith("Person ");
        }
    }

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
