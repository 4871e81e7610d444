namespace Heluo.Hosting;

/// <summary>The written limits of everything that comes over the wire.</summary>
internal static class WebLimits
{
    /// <summary>Bytes of a request's body; an upload endpoint states a larger one of its own.</summary>
    public const int Body = 1 << 20;

    /// <summary>Bytes of all headers of a request.</summary>
    public const int Headers = 32 << 10;

    /// <summary>Connections at once.</summary>
    public const int Connections = 20_000;

    /// <summary>Depth of a JSON body.</summary>
    public const int JsonDepth = 32;

    /// <summary>Keys of a posted form.</summary>
    public const int FormKeys = 512;

}
