using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>What every dialect refuses in the same words.</summary>
public static class DialectRefusals
{
    /// <summary>A stream is at another version: <c>store.conflict</c>.</summary>
    public static Refusal Conflict(string stream) => StorageRefusals.Conflict(stream);

    /// <summary>The disk is full and nothing was written: <c>store.full</c>.</summary>
    public static Refusal Full() => StorageRefusals.Full();

    /// <summary>Nothing was written: <c>store.failed</c>.</summary>
    public static Refusal Failed(string why) => StorageRefusals.Failed(why);

    /// <summary>A newer version of the house wrote it: <c>store.newer</c>.</summary>
    public static Refusal Newer(string what, int found, int known) => StorageRefusals.Newer(what, found, known);

    /// <summary>Something of somebody else lies there: <c>store.not_ours</c>.</summary>
    public static Refusal NotOurs(string where) => StorageRefusals.NotOurs(where);

    /// <summary>It cannot be opened: <c>store.unreadable</c>.</summary>
    public static Refusal Unreadable(string where, string why) => StorageRefusals.Unreadable(where, why);
}
