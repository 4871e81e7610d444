using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Packs.Tests;

/// <summary>Small packs in memory, and kinds that no module owns.</summary>
internal static class Sample
{
    public const string Header = """
        pack: town
        version: 2026.1
        name: {en: A town}
        languages: [en]
        """;

    public static PackKind<Shop> Shops { get; } = new("shop", "shops", fields => new Shop(
        fields.Id,
        fields.Required("name", Shapes.Localized(40)),
        fields.Optional("street", Shapes.Ref("street")),
        fields.Many("opens", Shapes.Time, max: 3),
        fields.Optional("seats", Shapes.Int(1, 500)),
        fields.At));

    public static PackKind<string> Streets { get; } = new("street", "streets", fields =>
    {
        fields.Required("name", Shapes.Localized(40));
        return fields.Id;
    });

    public static PackKind<Dated<int>> Fees { get; } =
        DatedKind.Of("fee", "fees", fields => fields.Required("amount", Shapes.Int(0, 1000)));

    public static PackReader Reader { get; } = new(Shops, Streets, Fees);

    /// <summary>Checks a pack of the sample header and these files.</summary>
    public static PackReading Check(params (string Path, string Text)[] files) => Check(Reader, files);

    public static PackReading Check(PackReader reader, params (string Path, string Text)[] files)
    {
        var texts = files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        texts.TryAdd("pack.yaml", Header);
        return reader.CheckTexts(texts);
    }

    /// <summary>The faults as <c>file:line: code</c>, without their sentences.</summary>
    public static string[] Codes(this PackReading reading) =>
        [.. reading.Faults.Select(fault => $"{fault.File}:{fault.Line}: {fault.Code}")];
}

internal sealed record Shop(
    string Id, Localized Name, string? Street, ImmutableArray<NodaTime.LocalTime> Opens, int? Seats, PackAt At);

internal static class Soundness
{
    /// <summary>The set of a reading that found no fault.</summary>
    public static PackSet ShouldBeSound(this PackReading reading)
    {
        reading.Codes().ShouldBeEmpty();
        return reading.Set.ShouldNotBeNull();
    }
}
