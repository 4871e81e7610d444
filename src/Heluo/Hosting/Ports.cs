using System.Net;
using System.Net.Sockets;
using Heluo.Kernel;

namespace Heluo.Hosting;

/// <summary>Asks before anything long begins whether the addresses are still free.</summary>
internal static class Ports
{
    /// <summary>
    /// Refuses <c>host.address</c> and <c>host.port_taken</c>; null when all are free as far as can be told.
    /// </summary>
    public static Refusal? Check(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            BindingAddress address;
            try
            {
                address = BindingAddress.Parse(url);
            }
            catch (FormatException)
            {
                return HostRefusals.Address(urls);
            }

            if (!address.IsUnixPipe && address.Port != 0 && IsTaken(AddressOf(address.Host), address.Port))
            {
                return HostRefusals.PortTaken(urls);
            }
        }

        return null;
    }

    private static IPAddress AddressOf(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address
        : IPAddress.Any;

    private static bool IsTaken(IPAddress address, int port)
    {
        using var probe = new TcpListener(address, port);
        try
        {
            probe.Start();
            return false;
        }
        catch (SocketException taken)
        {
            return taken.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }
}
