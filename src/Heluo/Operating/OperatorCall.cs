using System.Net.Sockets;
using Heluo.Hosting;
using Heluo.Kernel;

namespace Heluo.Operating;

/// <summary>Asks for an archive: of the running house through its socket, or, when none runs, of the store
/// itself.</summary>
internal static class OperatorCall
{
    private static Refusal BrokenOff { get; } = new(
        RefusalKind.Unavailable, "export.broken_off", "The running house broke off its answer; try again.");

    /// <summary>Writes the archive. Refuses <c>store.absent</c>, <c>demo.making</c>, <c>export.broken_off</c>, and what
    /// the house refuses.</summary>
    public static async Task<Outcome<OperatorAnswer>> ExportAsync(
        string data, OperatorExport asked, Stream target, CancellationToken ct)
    {
        using var socket = OperatorSocket.Make();
        if (OperatorSocket.PathIn(data) is { } path && await ReachesAsync(socket, path, ct))
        {
            return await AskAsync(socket, asked, target, ct);
        }

        return await Tending.RunAsync<OperatorAnswer>(
            new HouseSettings(HouseMode.Tend, data, HouseSettings.KeptCity),
            async (house, stop) => (await asked.RunAsync(house, HouseSettings.DefaultUrl, target, stop))
                .Then<OperatorAnswer>(manifest =>
                    new OperatorAnswer(target.Length, manifest.Files.Length, manifest.Facts, null)),
            ct);
    }

    private static async Task<bool> ReachesAsync(Socket socket, string path, CancellationToken ct)
    {
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), ct);
            return true;
        }
        catch (SocketException)
        {
            return false; // none runs, or it is not ours to call: the store will say which
        }
    }

    private static async Task<Outcome<OperatorAnswer>> AskAsync(
        Socket socket, OperatorExport asked, Stream target, CancellationToken ct)
    {
        await using var wire = new NetworkStream(socket);
        try
        {
            await OperatorSocket.WriteLineAsync(wire, asked, ct);
            if (await OperatorSocket.ReadLineAsync<OperatorAnswer>(wire, ct) is not { } answer)
            {
                return BrokenOff;
            }

            if (answer.Refusal is { } refusal)
            {
                return refusal;
            }

            var before = target.Position;
            await wire.CopyToAsync(target, ct);
            return target.Position - before == answer.Length ? answer : BrokenOff;
        }
        catch (Exception broken) when (broken is SocketException or IOException { InnerException: SocketException })
        {
            return BrokenOff;
        }
    }
}
