using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Storage;
using Heluo.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Services.Tests.Archives;

/// <summary>One archive of a case with a person's name, sealed answers, two papers and a notice, to be tampered with.
/// Making it once is enough: a test works on a copy of its bytes.</summary>
public sealed class ArchiveSample : IAsyncLifetime
{
    public static FactCatalog Catalog { get; } = new FactCatalog().AddRegistry().AddCases().AddServices();

    public static VerifyArchive Verifier { get; } = new(Catalog, CityWorld.Reader);

    public byte[] Bytes { get; private set; } = [];

    public string PublicPem { get; private set; } = "";

    public string Number { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var wang = CityWorld.Resident(await world.PersonAsync("Wang Wu"));
        Number = await Http.DraftEndpointTests.SentAsync(house.As(wang));
        await house.NoticeAsync(Number);
        PublicPem = house.Services.GetRequiredService<DocumentKeys>().PublicPem;
        Bytes = (await house.ArchiveAsync(Number, Actor.House)).Bytes;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static Outcome<VerifiedArchive> Verify(byte[] bytes, string? key = null) =>
        Verifier.Run(new MemoryStream(bytes), key);

    /// <summary>The archive put together anew after its files were changed; the manifest is as it was.</summary>
    public byte[] Changed(Action<Dictionary<string, byte[]>> change)
    {
        var files = Files(Bytes);
        change(files);
        return Zip(files.Select(file => (file.Key, file.Value)));
    }

    /// <summary>The same by somebody who also signs what they made, with a key of their own.</summary>
    public byte[] Forged(Action<Dictionary<string, byte[]>> change, Action<JsonNode>? also = null) => Changed(files =>
    {
        change(files);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var manifest = JsonNode.Parse(files["manifest.json"])!;
        manifest["key"] = key.ExportSubjectPublicKeyInfoPem();
        manifest["files"] = new JsonArray([.. files
            .Where(file => !file.Key.StartsWith("manifest", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => (JsonNode)new JsonObject
            {
                ["path"] = file.Key,
                ["length"] = file.Value.Length,
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(file.Value)),
            })]);
        also?.Invoke(manifest);
        files["manifest.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        files["manifest.sig"] = key.SignData(
            files["manifest.json"], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    });

    public static Dictionary<string, byte[]> Files(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var open = entry.Open();
            open.CopyTo(content);
            return content.ToArray();
        });
    }

    public static byte[] Zip(IEnumerable<(string Path, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Text(byte[] content, string from, string to)
    {
        var text = Encoding.UTF8.GetString(content);
        text.ShouldContain(from);
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }
}
