namespace Heluo.Storage;

/// <summary>Attachments.</summary>
public sealed class Blobs
{
    internal Blobs(StoreOptions options, TimeProvider clock)
    {
        _ = options;
        _ = clock;
    }
}
