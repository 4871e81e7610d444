using System.Globalization;
using System.Text;
using Heluo.Kernel;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Registry;

/// <summary>Writes the access log of a year as a table (CSV, RFC 4180, UTF-8 with a mark so that spreadsheets read
/// it).</summary>
/// <param name="audit">Reads the log.</param>
/// <param name="roll">Names officers.</param>
/// <param name="city">Whose days count.</param>
public sealed class LookTable(LookAudit audit, OfficerRoll roll, City city)
{
    private static readonly OffsetDateTimePattern Moment =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    private const int FlushAt = 32 * 1024;
    private const string Head = "time,actor,name,on behalf of,subjects,fields,purpose,case,flags";

    /// <summary>First year there can be a log of.</summary>
    public const int FirstYear = 2000;

    /// <summary>Last year.</summary>
    public const int LastYear = 9998;

    /// <summary>Writes one year, by the days of the city.</summary>
    /// <returns>Null, or what the store refuses; then the table is broken off.</returns>
    public async Task<Refusal?> WriteAsync(int year, Stream target, CancellationToken ct)
    {
        var zone = city.Settings.Zone;
        var from = zone.AtStartOfDay(new LocalDate(year, 1, 1)).ToInstant();
        var until = zone.AtStartOfDay(new LocalDate(year + 1, 1, 1)).ToInstant();
        await using var text = new StreamWriter(target, new UTF8Encoding(true), 64 * 1024, leaveOpen: true);
        var rows = new StringBuilder(Head).Append("\r\n");
        var refusal = await audit.WalkAsync(
            from, until,
            async audited =>
            {
                Append(rows, audited, zone);
                if (rows.Length > FlushAt)
                {
                    await text.WriteAsync(rows, ct);
                    rows.Clear();
                }

                return true;
            },
            ct);
        await text.WriteAsync(rows, ct);
        return refusal;
    }

    private void Append(StringBuilder rows, AuditedLook audited, DateTimeZone zone)
    {
        var look = audited.Look;
        string?[] cells =
        [
            Moment.Format(look.At.InZone(zone).ToOffsetDateTime()), look.Actor,
            roll.NameOf(look.Actor), look.OnBehalfOf, string.Join(' ', look.Subjects), string.Join(' ', look.Fields),
            look.Purpose, look.Case, string.Join(' ', audited.Flags.Select(flag => flag switch
            {
                LookFlag.NoCase => "no-case",
                _ => "bulk",
            })),
        ];
        rows.AppendJoin(',', cells.Select(Cell)).Append(CultureInfo.InvariantCulture, $"\r\n");
    }

    // A cell that begins like a formula would be worked out by a spreadsheet.
    private static string Cell(string? value)
    {
        var text = value ?? "";
        text = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
