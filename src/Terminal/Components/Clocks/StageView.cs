namespace Heluo.Terminal.Components.Clocks;

/// <summary>Where a stage stands on the way of a case.</summary>
public enum StageState
{
    /// <summary>Behind.</summary>
    Done,

    /// <summary>The case is here.</summary>
    Here,

    /// <summary>Still to come.</summary>
    Ahead,
}

/// <summary>One stage on the way of a case.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Note">When it was passed or what is awaited; the plain word of the state when null.</param>
public sealed record StageView(string Name, StageState State, string? Note = null);
