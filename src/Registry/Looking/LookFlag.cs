namespace Heluo.Registry;

/// <summary>Why an auditor should look twice at an entry of the access log.</summary>
public enum LookFlag
{
    /// <summary>Somebody at work looked, and named no case.</summary>
    NoCase,

    /// <summary>They had looked at more than <see cref="LookWindow.Many"/> people within the hour.</summary>
    Bulk,
}
