using Heluo.Kernel;

namespace Heluo.Cli;

/// <summary>Exit statuses of every verb.</summary>
internal static class ExitStatus
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused: the answer says why, with a stable code.</summary>
    public const int Refused = 1;

    /// <summary>The words on the command line were not understood.</summary>
    public const int Misspoken = 2;

    /// <summary>This machine cannot do it now: a taken port, an open store, a full disk.</summary>
    public const int Unavailable = 3;

    /// <summary>A fault of the house itself; what is printed helps to mend it.</summary>
    public const int Broken = 70;

    public static int Of(Refusal refusal) => refusal.Kind == RefusalKind.Unavailable ? Unavailable : Refused;
}
