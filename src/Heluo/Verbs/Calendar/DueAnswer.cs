using System.Text;

namespace Heluo.Verbs.Calendar;

/// <summary>What <c>calendar due</c> answers; <c>due</c> is a date for limits of whole days, else a date and time.</summary>
internal sealed record DueAnswer(
    string Due,
    bool Provisional,
    string Start,
    string Unit,
    decimal Amount,
    string Calendar,
    string? AsOf,
    IReadOnlyList<ShownEvidence>? Evidence)
{
    public override string ToString()
    {
        var text = new StringBuilder(Due);
        if (Provisional)
        {
            text.Append("  (an estimate: it touches a year without a published notice)");
        }

        foreach (var day in Evidence ?? [])
        {
            text.AppendLine().Append(day);
        }

        return text.ToString();
    }
}
