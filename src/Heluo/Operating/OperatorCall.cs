using System.Net.Sockets;
using System.Text.Json;
using Heluo.Kernel;

namespace Heluo.Operating;

/// <summary>Asks the running house through its socket, or, when none runs, the store itself.</summary>
internal static class OperatorCall
{
    private static Refusal BrokenOff { get; } = new(
        RefusalKind.Unavailable, "operator.broken_off", "The running house broke off its answer; try again.");

    /// <summary>Asks. Refuses <c>store.absent</c>, <c>demo.making</c>, <c>operator.broken_off</c>, and what the house
    /// or the store refuses.</summary>
    /// <param name="data">Folder of the store.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="target">Takes the bytes of the answer.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<Outcome<T>> AskAsync<T>(
        string data, OperatorRequest asked, Stream target, CancellationToken ct)
        where T : class
    {
        using var socket = OperatorSocket.Make();
        var said = OperatorSocket.PathIn(data) is { } path && await ReachesAsync(socket, path, ct)
            ? await AskAsync(socket, asked, target, ct)
            : await asked.RunAloneAsync(data, target, ct);
        return said.Then<T>(given => given.Deserialize<T>(JsonSerializerOptions.Web) is { } read ? read : BrokenOff);
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

    private static async Task<Outcome<JsonElement>> AskAsync(
        Socket socket, OperatorRequest asked, Stream target, CancellationToken ct)
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
            return target.Position - before == answer.Length && answer.Said is { } said ? said : BrokenOff;
        }
        catch (Exception broken) when (broken is SocketException or IOException { InnerException: SocketException })
        {
            return BrokenOff;
        }
    }
}
