using System.Net.Sockets;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Services;

namespace Heluo.Operating;

/// <summary>Answers the operator's verbs beside a running house: the house owns the store and its access log, so the
/// verb asks the house. One at a time.</summary>
/// <param name="settings">Where the store is.</param>
/// <param name="house">What answers.</param>
/// <param name="log">Where it complains.</param>
internal sealed partial class OperatorDoor(
    HouseSettings settings, IServiceProvider house, ILogger<OperatorDoor> log) : BackgroundService
{
    private const int Waiting = 4;
    private static readonly TimeSpan Introduction = TimeSpan.FromSeconds(10);
    private Socket? door;

    /// <summary>Opens the door before the house says that it stands: a verb that comes next must find it.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (OperatorSocket.PathIn(settings.Data) is { } path)
        {
            door = IsAnswered(path) ? null : Open(path);
        }
        else
        {
            PathTooLong(settings.Data);
        }

        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        door?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (door is null)
        {
            return;
        }

        try
        {
            while (true)
            {
                using var caller = await door.AcceptAsync(stoppingToken);
                await AnswerAsync(caller, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            File.Delete(OperatorSocket.PathIn(settings.Data)!);
        }
    }

    // With the journal in PostgreSQL another process of the same folder may stand there: it answers as well as we do.
    private static bool IsAnswered(string path)
    {
        using var knock = OperatorSocket.Make();
        try
        {
            knock.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // Nobody answers, so whatever stands there is left over. Nobody can knock before it is ours to open.
    private static Socket Open(string path)
    {
        File.Delete(path);
        var made = OperatorSocket.Make();
        made.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        made.Listen(Waiting);
        return made;
    }

    private async Task AnswerAsync(Socket caller, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await using var wire = new NetworkStream(caller);
        try
        {
            patience.CancelAfter(Introduction);
            if (await OperatorSocket.ReadLineAsync<OperatorRequest>(wire, patience.Token) is { } asked)
            {
                patience.CancelAfter(asked.Longest);
                await GiveAsync(asked, wire, patience.Token);
            }
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            // Whatever one caller brings about, the next one is answered, and the house goes on.
            BrokenOff(broken.Message);
        }
    }

    private async Task GiveAsync(OperatorRequest asked, Stream wire, CancellationToken ct)
    {
        await using var draft = ArchiveDraft.Open();
        var site = settings.Urls.Split(';')[0];
        var written = await asked.RunAsync(house, site, draft, ct);
        if (!written.TryGet(out var said, out var refusal))
        {
            await OperatorSocket.WriteLineAsync(wire, new OperatorAnswer(null, null, refusal), ct);
            return;
        }

        await OperatorSocket.WriteLineAsync(wire, new OperatorAnswer(draft.Length, said, null), ct);
        draft.Position = 0;
        await draft.CopyToAsync(wire, ct);
    }

    [LoggerMessage(1, LogLevel.Warning, "No door for operators: the path of {Folder} is too long for a socket.")]
    private partial void PathTooLong(string folder);

    [LoggerMessage(2, LogLevel.Warning, "An operator's request broke off: {Why}")]
    private partial void BrokenOff(string why);
}
