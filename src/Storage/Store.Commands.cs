using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage;

public sealed partial class Store
{
    private const int LookBack = 1_000;
    private const long ClockSkew = 3_600_000;

    /// <summary>How long a command id is remembered.</summary>
    internal int CommandHours => options.CommandHours;

    internal (long First, uint Tag)? Recall(string actor, string command) => recent.Find(actor, command);

    /// <summary>
    /// Whether a command id that is not remembered is an old one rather than a new one. An id that carries its time is
    /// judged by it. Any other is looked for in the newest facts of the stream the request is about.
    /// </summary>
    internal async Task<Outcome<bool>> IsExpiredAsync(string stream, string actor, string command, Instant now)
    {
        var at = now.ToUnixTimeMilliseconds();
        if (CommandAge.Of(command) is { } made && made <= at + ClockSkew)
        {
            return recent.MayHaveForgotten(made, at);
        }

        try
        {
            var head = (await dialect.DocumentAsync(stream))?.Head ?? 0;
            var found = head == 0 ? null : (await dialect.ChainAsync(stream, head, LookBack))
                .FirstOrDefault(row => row.Command == command && row.Actor == actor);

            // Another process has just done it: it is remembered as soon as this one has caught up.
            return found is null ? false
                : found.Position > Head ? await CatchUpAsync() ?? StorageRefusals.Conflict(stream)
                : Recall(actor, command) is null ? true
                : StorageRefusals.Conflict(stream);
        }
        catch (DialectException fault)
        {
            return fault.IsClosed ? StorageRefusals.Stopped() : Broken(fault);
        }
    }
}
