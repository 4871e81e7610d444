using System.Collections.Immutable;
using System.Globalization;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>Gives official documents their numbers: one series per agency, template and year.</summary>
internal static class DocumentNumbers
{
    /// <summary>The counters the documents of an act take numbers from.</summary>
    public static ImmutableArray<string> Serials(
        CaseRules rules, string agency, ImmutableArray<string> templates, Instant at) =>
        [.. templates.Select(template => Serial(rules, agency, template, at)).Distinct(StringComparer.Ordinal)];

    /// <summary>The documents as issued, and the numbers taken for them.</summary>
    public static Outcome<Numbered> Take(
        CaseRules rules,
        Case state,
        ImmutableArray<string> templates,
        Reads reads,
        ImmutableArray<string> declared,
        string token,
        Instant at)
    {
        var documents = ImmutableArray.CreateBuilder<IssuedDocument>();
        var taken = ImmutableArray.CreateBuilder<(string, int)>();
        foreach (var template in templates)
        {
            var serial = Serial(rules, state.Agency, template, at);
            if (!declared.Contains(serial))
            {
                // The agency or the year changed between preparing and deciding.
                return Refusals.Unprepared(state.Version);
            }

            var number = reads.Get<Serial>(serial).Last + 1;
            taken.Add((serial, number));
            documents.Add(new IssuedDocument(
                $"{token}{documents.Count.ToString(CultureInfo.InvariantCulture)}",
                template,
                string.Create(CultureInfo.InvariantCulture, $"{rules.LocalDate(at).Year}-{number}"),
                at,
                state.Version + 1));
        }

        return new Numbered(documents.ToImmutable(), taken.ToImmutable());
    }

    private static string Serial(CaseRules rules, string agency, string template, Instant at) =>
        string.Create(CultureInfo.InvariantCulture, $"document/{agency}/{template}/{rules.LocalDate(at).Year}");
}

/// <summary>Documents as issued, and the numbers taken for them.</summary>
internal sealed record Numbered(
    ImmutableArray<IssuedDocument> Documents, ImmutableArray<(string Serial, int Number)> Taken);
