using Heluo.Kernel;

namespace Heluo.Registry;

/// <summary>Limits of signing in and of sessions (GB/T 22239-2019, level 3: lock on failure, time out, session
/// limits).</summary>
public sealed record SignInOptions
{
    /// <summary>Minutes without a request after which a session ends. Default 30; 1 to 1440.</summary>
    public int IdleMinutes { get; init; } = 30;

    /// <summary>Hours after which a session ends in any case. Default 12; 1 to 72.</summary>
    public int AbsoluteHours { get; init; } = 12;

    /// <summary>Sessions of one account at a time; the oldest gives way. Default 3; 1 to 10.</summary>
    public int Sessions { get; init; } = 3;

    /// <summary>Failed attempts within the window that lock an account. Default 5; 1 to 20.</summary>
    public int Failures { get; init; } = 5;

    /// <summary>Minutes within which failures add up. Default 15; 1 to 1440.</summary>
    public int FailureMinutes { get; init; } = 15;

    /// <summary>Minutes for which an account stays locked. Default 30; 1 to 1440.</summary>
    public int LockMinutes { get; init; } = 30;

    /// <summary>Hours for which a one-time code may be used. Default 24; 1 to 168.</summary>
    public int CodeHours { get; init; } = 24;

    /// <summary>Who must have shown a second factor. Default nobody; level 3 asks for every officer.</summary>
    public SecondFactor SecondFactor { get; init; } = SecondFactor.Nobody;

    /// <summary>Every fault of these options at once; null when there is none.</summary>
    public Refusal? Check()
    {
        var faults = new Faults();
        void Within(string field, int value, int most) => faults.Unless(
            value >= 1 && value <= most,
            field, "sign_in.option", FormattableString.Invariant($"1 to {most}, not {value}."));

        Within(nameof(IdleMinutes), IdleMinutes, 1440);
        Within(nameof(AbsoluteHours), AbsoluteHours, 72);
        Within(nameof(Sessions), Sessions, 10);
        Within(nameof(Failures), Failures, 20);
        Within(nameof(FailureMinutes), FailureMinutes, 1440);
        Within(nameof(LockMinutes), LockMinutes, 1440);
        Within(nameof(CodeHours), CodeHours, 168);
        return faults.Count == 0
            ? null
            : RegistryRefusals.Invalid("sign_in.options", "The options of signing in are wrong.", faults);
    }
}

/// <summary>
/// Who must have shown a second factor. Which factors were shown is the sign-in provider's word (claim <c>amr</c>).
/// </summary>
public enum SecondFactor
{
    /// <summary>Nobody.</summary>
    Nobody,

    /// <summary>The three administrators.</summary>
    Administrators,

    /// <summary>Every officer, administrators among them.</summary>
    Officers,
}
