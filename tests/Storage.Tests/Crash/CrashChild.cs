using System.Globalization;
using Heluo.Storage.Postgres;

namespace Heluo.Storage.Tests.Crash;

/// <summary>
/// The process that is killed: these tests' own program, started again with a variable set, writes under load and
/// says on its output what was acknowledged.
/// </summary>
internal static class CrashChild
{
    public const string Variable = "HELUO_CRASH_CHILD";
    public const int Workers = 16;

    public static string Key(int worker) => FormattableString.Invariant($"a{worker}");

    public static string Command(int worker, int turn) => FormattableString.Invariant($"w{worker}-{turn}");

    private static string Other(int worker, int turn) => Key((worker + 1 + (turn % (Workers - 1))) % Workers);

    /// <summary>Turn by turn the same, so that the parent can send it again.</summary>
    public static Task<Heluo.Kernel.Outcome<Done<Account>>> Send(Desk desk, int worker, int turn) => (turn % 3) switch
    {
        0 => desk.RunAsync<OpenAccount, Account>(
            Key(worker), new("2021", $"Person {turn}"), World.Clerk, Command(worker, turn)),
        1 => desk.RunAsync<Pay, Account>(Key(worker), new(2, new('x', 300)), World.Clerk, Command(worker, turn)),
        _ => desk.RunAsync<Move, Account>(
            Key(worker), new(Other(worker, turn), 1), World.Clerk, Command(worker, turn)),
    };

    /// <param name="order">The folder, the turn each worker begins with, and the address of the journal when it does
    /// not lie in the folder; bars between.</param>
    public static Task RunAsync(string order)
    {
        var parts = order.Split('|');
        var turns = parts[1].Split(',').Select(turn => int.Parse(turn, CultureInfo.InvariantCulture));
        return RunAsync(Open(new(parts[0]) { CheckpointBytes = 64 * 1024 }, parts[2]), [.. turns]);
    }

    private static Store Open(StoreOptions options, string address) => address.Length == 0
        ? Store.Open(options, World.Catalog(), TimeProvider.System).Value
        : Store.Open(PostgresDialect.Open(address).Value, options, World.Catalog(), TimeProvider.System).Value;

    private static async Task RunAsync(Store store, int[] turns)
    {
        var desk = new Desk(store, TimeProvider.System, Contexts.None);
        var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        await Task.WhenAll(turns.Select((first, worker) => Task.Run(async () =>
        {
            for (var turn = first; ; turn++)
            {
                var done = (await Send(desk, worker, turn)).Value;
                await output.WriteLineAsync(
                    FormattableString.Invariant($"{worker} {turn} {done.Position} {done.Version}"));
            }
        })));
    }
}
