namespace Heluo.Registry.Http;

/// <summary>The mark of an endpoint that needs If-Match.</summary>
public sealed class VersionNeeded
{
    private VersionNeeded()
    {
    }

    internal static VersionNeeded Mark { get; } = new();
}

/// <summary>The mark of an endpoint that answers with an ETag.</summary>
public sealed class VersionGiven
{
    private VersionGiven()
    {
    }

    internal static VersionGiven Mark { get; } = new();
}
