using CsCheck;

namespace Heluo.Packs.Tests;

/// <summary>A pack damaged anywhere is refused with faults, or still sound; it never breaks the reader.</summary>
public sealed class DamagedPackTests
{
    private const string City = """

        requires: [base]
        city:
          {division: "10", zone: Europe/London, weekend: [sunday], office-hours: ["09:00-17:00"], calendar: town}
        """;

    private static readonly (string Path, string Text)[] Town =
    [
        ("pack.yaml", Sample.Header + City),
        ("../base/pack.yaml", "pack: base\nversion: 1\nlanguages: [en]\nname: {en: Base}"),
        ("../base/streets/s.yaml", """
            streets:
              - {street: high, name: {en: High}}
              - {street: low, name: {en: Low}}
            """),
        ("calendar/c.yaml", """
            calendar: town
            year: 2026
            notices:
              - id: n-1
                published: 2025-11-01
                holidays: [{name: {en: X}, from: 2026-05-01, to: 2026-05-02, work: [2026-05-03]}]
            """),
        ("calendar/d.yaml", """
            closures:
              - {id: c-1, name: {en: Y}, from: 2026-05-01, to: 2026-05-02, published: 2026-04-30T10:00}
            """),
        ("laws/l.yaml", "law: code\nname: {en: Code}\narticles: [{article: \"3\", text: {en: Text.}}]"),
        ("shops/s.yaml", """
            shop: baker
            replaces: false
            name: {en: Baker}
            street: high
            opens: ["08:00"]
            seats: 5
            """),
        ("fees/f.yaml", """
            fee: parking
            versions:
              - {version: 1, effective: {from: 2019-01-01, to: 2020-01-01}, amount: 5}
              - version: 2
                effective: {from: 2020-01-01}
                amount: 7
            """),
    ];

    [Fact]
    public void Whole_it_is_sound() => Read(Town).ShouldBeSound().Calendar.ShouldNotBeNull();

    [Fact]
    public void Damaged_in_any_letter_it_gives_faults_or_a_set()
    {
        var damage =
            Gen.Select(
                Gen.Int[0, Town.Length - 1], Gen.Int[0, 400], Gen.Char[
                    "{}[]:,-&*!|>'\"%@`# \nabZ019~?"], Gen.Int[0, 2]);

        damage.Array[1, 3].Sample(
            damages =>
            {
                var files = Town.ToArray();
                foreach (var (file, place, letter, how) in damages)
                {
                    files[file].Text = Damage(files[file].Text, place, letter, how);
                }

                var reading = Read(files);
                return reading.Set is not null || !reading.Faults.IsEmpty;
            },
            iter: 500);
    }

    [Fact]
    public void With_any_line_gone_it_gives_faults_or_a_set()
    {
        for (var file = 0; file < Town.Length; file++)
        {
            var lines = Town[file].Text.Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                var files = Town.ToArray();
                files[file].Text = string.Join('\n', lines.Where((_, at) => at != line));

                var reading = Read(files);

                (reading.Set is not null || !reading.Faults.IsEmpty).ShouldBeTrue($"{files[file].Path}:{line + 1}");
            }
        }
    }

    private static string Damage(string text, int place, char letter, int how)
    {
        place %= text.Length + 1;
        return how switch
        {
            0 => text.Insert(place, letter.ToString()),
            1 when place < text.Length => text.Remove(place, 1),
            _ when place < text.Length => text.Remove(place, 1).Insert(place, letter.ToString()),
            _ => text,
        };
    }

    private static PackReading Read((string, string)[] files) => Sample.Check(files);
}
