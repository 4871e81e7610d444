using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Heluo.Terminal.Assets;

/// <summary>
/// A file that pages link to, kept inside the assembly so that no publish step can lose it. Its address carries its
/// hash, so browsers keep it for ever; it is compressed once.
/// </summary>
internal sealed class Asset
{
    private static readonly (string Ending, string Type)[] Types =
    [
        (".css", "text/css; charset=utf-8"),
        (".js", "text/javascript; charset=utf-8"),
        (".svg", "image/svg+xml"),
    ];

    private readonly byte[] plain;
    private readonly byte[] brotli;

    private Asset(string name, byte[] content)
    {
        plain = content;
        brotli = Compress(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        Type = Types.Single(type => name.EndsWith(type.Ending, StringComparison.Ordinal)).Type;
        Href = $"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}";
    }

    public static Asset Style { get; } = Read("terminal.css");

    /// <summary>The style of official documents, which only their pages load.</summary>
    public static Asset Paper { get; } = Read("paper.css");

    /// <summary>The style of the page in front of an archive, which carries it inside.</summary>
    public static Asset Cover { get; } = Read("cover.css");

    public static Asset Script { get; } = Read("terminal.js");

    public static Asset Mark { get; } = Read("mark.svg");

    public static Asset[] All { get; } = [Style, Paper, Script, Mark];

    public string Href { get; }

    public string Type { get; }

    public ReadOnlySpan<byte> Plain => plain;

    public IResult Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            return Results.Bytes(plain, Type);
        }

        context.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(brotli, Type);
    }

    private static Asset Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"The asset {name} is not in the assembly.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.ToArray();
        return new Asset(name, name.EndsWith(".css", StringComparison.Ordinal) ? Squeezing.Style(bytes) : bytes);
    }

    private static byte[] Compress(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packer = new BrotliStream(packed, CompressionLevel.SmallestSize))
        {
            packer.Write(content);
        }

        return packed.ToArray();
    }
}
