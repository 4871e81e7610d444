using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Heluo.Tests;

/// <summary>One line of the table: who may enter at a route.</summary>
/// <param name="Method">Its method; <c>*</c> for every one.</param>
/// <param name="Route">The pattern as the house has it; <c>#</c> stands for a hash.</param>
/// <param name="Record">The kind of record in the address; null when there is none.</param>
/// <param name="Who">Callers by name; <c>self</c> is whoever the record itself is.</param>
/// <param name="Body">What is sent; null for nothing.</param>
internal sealed record Door(string Method, string Route, string? Record, ImmutableHashSet<string> Who, string? Body)
{
    public bool IsForm => Method == "POST" && !Route.StartsWith("/api/", StringComparison.Ordinal);

    public bool Reads => Method is "GET" or "*";
}

/// <summary>What <c>doors.txt</c> says.</summary>
internal sealed partial class DoorTable
{
    private readonly Dictionary<string, ImmutableHashSet<string>> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableHashSet<string>> reach = new(StringComparer.Ordinal);
    private readonly List<(string Record, string Words)> waiting = [];
    private readonly List<Door> doors = [];

    public IReadOnlyList<Door> Doors => doors;

    public IEnumerable<string> Records => reach.Keys;

    public ImmutableHashSet<string> Everybody => groups["everybody"];

    public static DoorTable Read()
    {
        var table = new DoorTable();
        var section = "";
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests/Heluo.Tests/Access/doors.txt")))
        {
            if (line.StartsWith('['))
            {
                section = line;
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                table.Take(section, line);
            }
        }

        foreach (var (record, words) in table.waiting)
        {
            table.reach[record] = table.Names(words);
        }

        return table;
    }

    /// <summary>A route as the table writes it.</summary>
    public static string Plain(string route) => Hash().Replace(route, ".#.");

    public ImmutableHashSet<string> Reach(AccessRecord record) =>
        reach.GetValueOrDefault($"{record.Kind} {record.Owner}", []);

    /// <summary>Whether the table lets a caller in.</summary>
    public bool Admits(Door door, AccessRecord? record, string caller) =>
        (door.Who.Contains(caller) || (door.Who.Contains("self") && record?.Owner == caller))
        && (record is null || Reach(record).Contains(caller));

    private void Take(string section, string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (section == "[groups]")
        {
            groups[words[0]] = Names(string.Join(' ', words[1..]));
        }
        else if (section == "[reach]")
        {
            waiting.Add(($"{words[0]} {words[1]}", string.Join(' ', words[2..])));
        }
        else
        {
            var parts = line.Split(" | ", 4);
            var at = parts[0].Split(' ');
            doors.Add(new(
                at[0], at[1], parts[1] == "-" ? null : parts[1], Names(parts[2]), parts[3] == "-" ? null : parts[3]));
        }
    }

    private ImmutableHashSet<string> Names(string words) =>
    [
        .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => groups.TryGetValue(word, out var group) ? group : [word]),
    ];

    [GeneratedRegex(@"\.[0-9a-f]{12}\.", RegexOptions.None, 1000)]
    private static partial Regex Hash();
}
