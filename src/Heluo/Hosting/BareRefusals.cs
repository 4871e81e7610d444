using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Heluo.Hosting;

/// <summary>
/// What the server itself refuses before there is a request to answer (a path with %00, a line or headers beyond the
/// limit) leaves as problem+json too. The server says so on its own channel and then answers with a bare status and
/// closes; this answer goes out before that one, and ends the connection as well, so that nobody reads the second.
/// The path is not known here, so that a person gets the problem as well as a program.
/// </summary>
internal static class BareRefusals
{
    private const string Channel = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    public static void UseBareRefusals(this WebApplication app)
    {
        var listening = app.Services.GetRequiredService<DiagnosticListener>()
            .Subscribe(new Listener(), static (name, _, _) => name == Channel);
        app.Lifetime.ApplicationStopped.Register(listening.Dispose);
    }

    private static void Answer(IFeatureCollection features)
    {
        if (features.Get<IHttpResponseFeature>() is not { HasStarted: false }
            || features.Get<IHttp2StreamIdFeature>() is not null
            || features.Get<IBadRequestExceptionFeature>()?.Error is not BadHttpRequestException bad
            || features.Get<IConnectionTransportFeature>()?.Transport.Output is not { } wire)
        {
            return;
        }

        wire.Write(Written(bad.StatusCode));
        _ = wire.FlushAsync();
    }

    private static byte[] Written(int status)
    {
        var problem = Problem.Of(Of(status)) with { Status = status };
        var body = JsonSerializer.SerializeToUtf8Bytes(problem, JsonSerializerOptions.Web);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\nContent-Type: {Problem.MediaType}\r\n")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"Content-Length: {body.Length}\r\nConnection: close\r\nCache-Control: no-store\r\n")
            + "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
            + "X-Content-Type-Options: nosniff\r\nReferrer-Policy: same-origin\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static Refusal Of(int status) => status switch
    {
        StatusCodes.Status405MethodNotAllowed => HostRefusals.Method,
        StatusCodes.Status408RequestTimeout => HostRefusals.Slow,
        StatusCodes.Status413PayloadTooLarge => HostRefusals.TooLarge,
        StatusCodes.Status414UriTooLong => HostRefusals.LongAddress,
        StatusCodes.Status431RequestHeaderFieldsTooLarge => HostRefusals.LargeHeaders,
        _ => HostRefusals.Malformed,
    };

    private sealed class Listener : IObserver<KeyValuePair<string, object?>>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: Channel, Value: IFeatureCollection features })
            {
                Answer(features);
            }
        }
    }
}
