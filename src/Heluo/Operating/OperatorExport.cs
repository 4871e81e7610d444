using System.Text.Json;
using System.Text.Json.Serialization;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Services;

namespace Heluo.Operating;

/// <summary>What an operator of this machine asks a house for: the archive of a case.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="Purpose">What for, as the access log will have it.</param>
/// <param name="Open">Whether what is personal is opened.</param>
/// <param name="Operator">Their name on this machine.</param>
/// <param name="Site">Address of the city; null takes the one the house listens at.</param>
internal sealed record OperatorExport(string Number, string Purpose, bool Open, string Operator, string? Site)
    : OperatorRequest
{
    private const int LongestName = 40;

    /// <summary>The operator as an actor. Whoever may open the folder of the keys may read everything in it: the house
    /// lets them, and writes down that they did.</summary>
    [JsonIgnore]
    public Actor Actor => new(
        "operator/" + string.Concat(Operator.Take(LongestName).Where(sign =>
            char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.')),
        ActorKind.House,
        []);

    public override async Task<Outcome<JsonElement>> RunAsync(
        IServiceProvider house, string site, Stream target, CancellationToken ct) =>
        (await house.GetRequiredService<CaseArchives>().WriteAsync(
            new ExportCase(Number, Purpose, Open, Site ?? site), Actor, target, ct))
        .Then<JsonElement>(manifest => JsonSerializer.SerializeToElement(
            new ArchiveWritten(manifest.Files.Length, manifest.Facts), JsonSerializerOptions.Web));

    public override Task<Outcome<JsonElement>> RunAloneAsync(string data, Stream target, CancellationToken ct) =>
        Tending.RunAsync(
            new HouseSettings(HouseMode.Tend, data, HouseSettings.KeptCity),
            (house, stop) => RunAsync(house, HouseSettings.DefaultUrl, target, stop), ct);
}

/// <summary>What an archive holds.</summary>
/// <param name="Files">How many files.</param>
/// <param name="Facts">How many facts.</param>
internal sealed record ArchiveWritten(int Files, int Facts);
