using System.Threading.Channels;
using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>
/// The one thread that writes. It takes whatever commits are waiting as one group, so that they share one sync of the
/// disk, then lets cache, command memory and followers see them in order, and only then answers.
/// </summary>
internal sealed class GroupWriter : IDisposable
{
    private const int Waiting = 8192;
    private const int GroupSize = 512;

    private readonly Channel<Work> queue = Channel.CreateBounded<Work>(
        new BoundedChannelOptions(Waiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly CancellationTokenSource stopped = new();
    private readonly IDialect dialect;
    private readonly IJournalReader reader;
    private readonly Chain chain;
    private readonly Thread thread;
    private volatile string? fault;

    /// <param name="dialect">Stores the groups.</param>
    /// <param name="reader">Told of every stored commit, in order.</param>
    /// <param name="chain">Links each commit to the one before.</param>
    public GroupWriter(IDialect dialect, IJournalReader reader, Chain chain)
    {
        this.dialect = dialect;
        this.reader = reader;
        this.chain = chain;
        thread = new(Run) { IsBackground = true, Name = "heluo-writer" };
        thread.Start();
    }

    /// <summary>Fires when the writer has stopped because a commit is in doubt.</summary>
    public CancellationToken Stopped => stopped.Token;

    /// <summary>Code of the last failure to write; null when the last group was written.</summary>
    public string? Fault => fault;

    public async Task<Outcome<long>> WriteAsync(CommitData commit)
    {
        var work = new Work(commit, Errand: null);
        try
        {
            await queue.Writer.WriteAsync(work);
        }
        catch (ChannelClosedException)
        {
            return StorageRefusals.Stopped();
        }

        return await work.Answer.Task;
    }

    /// <summary>Runs something between two groups, on the writer's thread.</summary>
    public async Task RunAsync(Action errand)
    {
        var work = new Work(Commit: null, errand);
        await queue.Writer.WriteAsync(work);
        await work.Answer.Task;
    }

    /// <summary>Writes something small of the store itself. It also tells whether the disk takes anything again after a
    /// failure, when nobody else writes.</summary>
    public async Task<Refusal?> NoteAsync(Action note)
    {
        var refusal = (Refusal?)StorageRefusals.Stopped();
        try
        {
            await RunAsync(() => refusal = stopped.IsCancellationRequested ? refusal : Try(note));
        }
        catch (ChannelClosedException)
        {
            return StorageRefusals.Stopped();
        }

        return refusal;
    }

    public void Dispose()
    {
        queue.Writer.TryComplete();
        thread.Join();
        stopped.Dispose();
    }

    private void Run()
    {
        var group = new List<Work>(GroupSize);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Work? errand = null;
            while (errand is null && group.Count < GroupSize && queue.Reader.TryRead(out var work))
            {
                if (work.Commit is null)
                {
                    errand = work;
                }
                else
                {
                    group.Add(work);
                }
            }

            Write(group);
            group.Clear();
            errand?.Perform();
        }
    }

    private void Write(List<Work> group)
    {
        if (group.Count == 0 || stopped.IsCancellationRequested)
        {
            Refuse(group, StorageRefusals.Stopped());
            return;
        }

        try
        {
            if (!Take(group))
            {
                return;
            }

            var written = dialect.Write(group.ConvertAll(work => work.Commit!), chain);
            var failure = written.FirstOrDefault(IsFailure);
            fault = failure.Refusal?.Code;
            StorageInstruments.Grouped(group.Count, written.Count(outcome => outcome.IsRefused));
            for (var i = 0; i < group.Count; i++)
            {
                if (!written[i].IsRefused)
                {
                    reader.Published(group[i].Commit!, written[i].Value);
                }

                group[i].Answer.SetResult(written[i]);
            }

            dialect.Tend();
        }
        catch (Exception doubt)
        {
            // Whatever it was, it left the file in a state nobody has checked: never write on top of it.
            fault = doubt is InDoubtException ? "store.in_doubt" : "store.stopped";
            stopped.Cancel();
            queue.Writer.TryComplete();
            Refuse(group, StorageRefusals.InDoubt());
        }
    }

    /// <summary>Takes the journal and sees what other processes wrote before; a command among it is not written again.
    /// False when nothing is left to write, or the journal could not be taken: then all are refused.</summary>
    private bool Take(List<Work> group)
    {
        try
        {
            reader.CatchUp(dialect.Take());
        }
        catch (DialectException failed) when (!failed.IsDamage)
        {
            fault = "store.failed";
            Refuse(group, StorageRefusals.Failed(failed.Message));
            return false;
        }

        foreach (var work in group.Where(work => reader.IsKnown(work.Commit!)).ToArray())
        {
            group.Remove(work);
            work.Answer.SetResult(StorageRefusals.Conflict(work.Commit!.Writes[0].Stream));
        }

        if (group.Count == 0)
        {
            dialect.Leave();
        }

        return group.Count > 0;
    }

    private Refusal? Try(Action note)
    {
        Refusal? refusal = null;
        try
        {
            note();
        }
        catch (DialectException failed)
        {
            refusal = failed.IsFull ? StorageRefusals.Full() : StorageRefusals.Failed(failed.Message);
        }

        fault = refusal?.Code;
        return refusal;
    }

    private static bool IsFailure(Outcome<long> outcome) =>
        outcome.Refusal is { Kind: RefusalKind.Unavailable };

    private static void Refuse(List<Work> group, Refusal refusal)
    {
        foreach (var work in group)
        {
            work.Answer.TrySetResult(refusal);
        }
    }

    private sealed record Work(CommitData? Commit, Action? Errand)
    {
        public TaskCompletionSource<Outcome<long>> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Perform()
        {
            try
            {
                Errand!();
                Answer.SetResult(0L);
            }
            catch (Exception thrown)
            {
                Answer.SetException(thrown);
            }
        }
    }
}
