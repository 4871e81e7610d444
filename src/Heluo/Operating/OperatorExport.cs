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
{
    private const int LongestName = 40;

    /// <summary>The operator as an actor. Whoever may open the folder of the keys may read everything in it: the house
    /// lets them, and writes down that they did.</summary>
    public Actor Actor => new(
        "operator/" + string.Concat(Operator.Take(LongestName).Where(sign =>
            char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.')),
        ActorKind.House,
        []);

    /// <summary>Writes the archive in this process.</summary>
    public Task<Outcome<ArchiveManifest>> RunAsync(
        IServiceProvider house, string site, Stream target, CancellationToken ct) =>
        house.GetRequiredService<CaseArchives>().WriteAsync(
            new ExportCase(Number, Purpose, Open, Site ?? site), Actor, target, ct);
}

/// <summary>The first line of the answer: a refusal, or how many bytes of archive follow.</summary>
/// <param name="Length">Bytes that follow; null when it was refused.</param>
/// <param name="Files">How many files the archive holds.</param>
/// <param name="Facts">How many facts.</param>
/// <param name="Refusal">Why not.</param>
internal sealed record OperatorAnswer(long? Length, int Files, int Facts, Refusal? Refusal);
