using NodaTime;

namespace Heluo.Kernel;

/// <summary>An amount of time in the unit that its law or promise names.</summary>
/// <param name="Amount">0 to <see cref="MaxDays"/> days or <see cref="MaxHours"/> hours; whole for units of whole days,
/// else fractions are allowed (0.25 urgent hours is a quarter of an hour).</param>
/// <param name="Unit">The unit; there is no default one in law, so it is always said.</param>
public readonly record struct Limit(decimal Amount, TimeUnit Unit)
{
    /// <summary>Most days of a limit: ten years.</summary>
    public const int MaxDays = 3_660;

    /// <summary>Most hours of a limit.</summary>
    public const int MaxHours = 24 * MaxDays;

    /// <summary>A limit in whole working days.</summary>
    public static Limit WorkingDays(int amount) => new(amount, TimeUnit.WorkingDay);

    /// <summary>What is wrong with it, or null. Codes <c>limit.unit</c>, <c>limit.amount</c>,
    /// <c>limit.whole_days</c>.</summary>
    public Fault? Check(string field = "limit")
    {
        if (!Enum.IsDefined(Unit))
        {
            return new Fault(field, "limit.unit", "There is no such unit of time.");
        }

        var most = Unit is TimeUnit.WorkHour or TimeUnit.UrgentHour or TimeUnit.CalendarHour ? MaxHours : MaxDays;
        if (Amount < 0 || Amount > most)
        {
            return new Fault(field, "limit.amount", $"A limit in {Unit.Name()} lies between 0 and {most}.");
        }

        return Unit.IsWholeDays() && decimal.Truncate(Amount) != Amount
            ? new Fault(field, "limit.whole_days", $"A limit in {Unit.Name()} is a whole number.")
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Amount} {Unit.Name()}");

    /// <summary>The length in rolling time; only for units that roll.</summary>
    internal Duration Length(OfficeHours hours) => Times(UnitLength(Unit, hours), Amount);

    internal static Duration UnitLength(TimeUnit unit, OfficeHours hours) => unit switch
    {
        TimeUnit.WorkDay => hours.Day,
        TimeUnit.NaturalDay => Duration.FromHours(24),
        _ => Duration.FromHours(1),
    };

    private static Duration Times(Duration one, decimal amount) =>
        Duration.FromTicks((long)decimal.Round(amount * one.BclCompatibleTicks));
}
