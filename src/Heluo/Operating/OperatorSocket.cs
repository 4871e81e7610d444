using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Heluo.Operating;

/// <summary>The local socket of a running house, beside its store: only the owner of the folder may knock. A line of
/// JSON goes in; a line of JSON and, after it, bytes come out.</summary>
internal static class OperatorSocket
{
    /// <summary>Most bytes of a line.</summary>
    public const int LongestLine = 16 * 1024;

    private const string Name = "operator.sock";
    private const int LongestPath = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Where it stands; null when the folder's path is longer than a socket's may be.</summary>
    public static string? PathIn(string data)
    {
        var path = Path.Combine(data, Name);
        return Encoding.UTF8.GetByteCount(path) <= LongestPath ? path : null;
    }

    public static async Task WriteLineAsync<T>(Stream wire, T value, CancellationToken ct)
    {
        await wire.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, Json), ct);
        await wire.WriteAsync("\n"u8.ToArray(), ct);
    }

    /// <summary>Null when no whole line of this form comes.</summary>
    public static async Task<T?> ReadLineAsync<T>(Stream wire, CancellationToken ct)
        where T : class
    {
        var line = new MemoryStream();
        var one = new byte[1];
        while (line.Length < LongestLine && await wire.ReadAsync(one, ct) > 0)
        {
            if (one[0] != '\n')
            {
                line.WriteByte(one[0]);
                continue;
            }

            try
            {
                return JsonSerializer.Deserialize<T>(line.ToArray(), Json);
            }
            catch (Exception wrong) when (wrong is JsonException or NotSupportedException)
            {
                return null;
            }
        }

        return null;
    }

    public static Socket Make() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
}
