using System.Collections.Immutable;

namespace Heluo.Packs;

/// <summary>
/// Reads packs of the kinds it was given. Immutable: modules add their kinds with <see cref="With"/>, checks across
/// kinds with <see cref="Checking"/>, sections of the report with <see cref="Reporting"/>. Laws and calendars are
/// always read.
/// </summary>
public sealed partial class PackReader
{
    private readonly ImmutableArray<PackKind> kinds;
    private readonly ImmutableArray<Action<PackChecking>> checks;
    private readonly ImmutableArray<PackSection> sections;
    private readonly ImmutableArray<PackTester> testers;
    private readonly bool lenient;

    /// <summary>A reader of these kinds.</summary>
    public PackReader(params ReadOnlySpan<PackKind> kinds)
        : this([Law.Kind, CalendarPart.Kind, PlacedClosure.Kind, .. kinds], [], [], [], lenient: false)
    {
    }

    private PackReader(
        ImmutableArray<PackKind> kinds,
        ImmutableArray<Action<PackChecking>> checks,
        ImmutableArray<PackSection> sections,
        ImmutableArray<PackTester> testers,
        bool lenient)
    {
        (this.kinds, this.checks, this.sections, this.testers, this.lenient) =
            (kinds, checks, sections, testers, lenient);
        var twice = kinds.GroupBy(kind => kind.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"The kind {twice.Key} is registered twice.", nameof(kinds));
        }
    }

    /// <summary>The kinds read.</summary>
    public ImmutableArray<PackKind> Kinds => kinds;

    /// <summary>The same reader for further kinds.</summary>
    public PackReader With(params ReadOnlySpan<PackKind> more) =>
        new([.. kinds, .. more], checks, sections, testers, lenient);

    /// <summary>The same reader with a check over everything, run once all kinds are read.</summary>
    public PackReader Checking(Action<PackChecking> check) => new(kinds, checks.Add(check), sections, testers, lenient);

    /// <summary>The same reader, which passes over folders that none of its kinds reads. For tools that need one kind
    /// only.</summary>
    public PackReader Leniently() => new(kinds, checks, sections, testers, lenient: true);

    /// <summary>The same reader with a further section of the report of <c>pack check</c>.</summary>
    public PackReader Reporting(PackSection section) => new(kinds, checks, sections.Add(section), testers, lenient);

    /// <summary>The same reader, which also reads and runs a kind of test.</summary>
    public PackReader Testing(PackTester tester)
    {
        ArgumentNullException.ThrowIfNull(tester);
        return new([.. kinds, tester.Kind], checks, sections, testers.Add(tester), lenient);
    }

    /// <summary>Reads a pack's folder to run it: everything is checked, rules compile on first use.</summary>
    /// <param name="folder">The pack's folder; required packs stand beside it.</param>
    public PackReading Load(string folder) => Read(folder, whole: false);

    /// <summary>Reads a pack's folder and checks it whole, every rule compiled.</summary>
    /// <param name="folder">The pack's folder; required packs stand beside it.</param>
    public PackReading Check(string folder) => Read(folder, whole: true);

    /// <summary>Checks a pack's folder whole and adds what modules report.</summary>
    /// <param name="folder">The pack's folder; required packs stand beside it.</param>
    public PackReport Report(string folder) => Report(Check(folder));

    /// <summary>Adds what modules report to a reading.</summary>
    public PackReport Report(PackReading reading) => new(reading, sections);

    /// <summary>Checks a pack's folder whole and, when it is sound, runs the tests it holds.</summary>
    /// <param name="folder">The pack's folder; required packs stand beside it.</param>
    public PackTestReport Test(string folder) => Test(Check(folder));

    /// <summary>Runs the tests of a reading that found no fault.</summary>
    public PackTestReport Test(PackReading reading) => new(
        reading.Faults,
        reading is { Set: { } set, Faults.IsEmpty: true }
            ? [.. testers
                .SelectMany(tester => tester.Run(set))
                .OrderBy(one => one.File, StringComparer.Ordinal)
                .ThenBy(one => one.Line)]
            : []);

    /// <summary>Reads a set back from its bundle (<see cref="PackSet.Bundle"/>), to run it.</summary>
    /// <param name="bundle">What was stored; a damaged one gives the fault <c>pack.bundle_broken</c>.</param>
    public PackReading Open(byte[] bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var faults = new PackFaults();
        if (PackBundle.Read(bundle, faults) is not { } content)
        {
            return new PackReading(Set: null, faults.Sorted());
        }

        var reading = Read(content.Root, name => content.All.GetValueOrDefault(name), whole: false, faults);
        return reading.Set is { } set && set.Hash != content.Hash
            ? new PackReading(
                Set: null,
                [new PackFault("", 0, "pack.bundle_altered", "The bundle holds other files than its hash says.")])
            : reading;
    }

    /// <summary>Checks a pack that stands in memory, for tests and tools.</summary>
    /// <param name="texts">File texts by path; a required pack's paths begin with <c>../china/</c>.</param>
    public PackReading CheckTexts(IReadOnlyDictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var faults = new PackFaults();
        return PackTexts.Take(texts, "", "") is { } root
            ? Read(root, name => PackTexts.Take(texts, name, $"../{name}/"), whole: true, faults)
            : new PackReading(
                Set: null, [new PackFault(PackSource.HeaderFile, 0, "pack.no_header", PackSource.NoHeader)]);
    }

    private PackReading Read(string folder, bool whole)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var faults = new PackFaults();
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var root = PackFolderFiles.Read(full, "", "", faults);
        return root is null
            ? new PackReading(Set: null, faults.Sorted())
            : Read(root, name => Beside(full, name, faults), whole, faults);
    }

    private static PackSource? Beside(string folder, string name, PackFaults faults)
    {
        var beside = Path.Combine(Path.GetDirectoryName(folder) ?? folder, name);
        return Directory.Exists(beside) ? PackFolderFiles.Read(beside, name, $"../{name}/", faults) : null;
    }

    private PackReading Read(PackSource root, Func<string, PackSource?> open, bool whole, PackFaults faults)
    {
        var sources = new PackResolving(open, faults).Resolve(root);
        if (sources.IsEmpty)
        {
            return new PackReading(Set: null, faults.Sorted());
        }

        sources = [.. sources.Select(source => source with { Name = source.Header.Id })];
        ImmutableArray<DefinitionTable> tables = [.. kinds.Select(kind => kind.Table())];
        foreach (var source in sources)
        {
            new PackFiles(source, tables, lenient, whole, faults).Read();
        }

        var names = new KnownNames();
        foreach (var table in tables)
        {
            table.Names(names);
        }

        PackExpectation.Hold(sources, names, lenient, faults);
        PackReference[] references =
            [.. sources.SelectMany(source => source.References), .. tables.SelectMany(table => table.References())];
        PackReferences.MustExist(references, names, faults);
        Languages(sources, faults);
        var set = new PackSet(sources, tables.Select(table => KeyValuePair.Create(table.Kind, table.Finish())), faults);
        PackReferences.MustBeInForce(references, set.Get(Law.Kind), faults);
        var checking = new PackChecking(set, faults, names, whole);
        foreach (var table in tables)
        {
            table.Check(checking);
        }

        foreach (var check in checks)
        {
            check(checking);
        }

        return new PackReading(set, faults.Sorted());
    }

    /// <summary>A pack may not promise a language that its base lacks.</summary>
    private static void Languages(ImmutableArray<PackSource> sources, PackFaults faults)
    {
        foreach (var source in sources[..^1])
        {
            foreach (var language in sources[^1].Languages.Except(source.Languages, StringComparer.OrdinalIgnoreCase))
            {
                faults.Add(
                    sources[^1].Header.At,
                    "pack.language_not_in_base",
                    $"The required pack \"{source.Name}\" has no texts in \"{language}\".");
            }
        }
    }
}
