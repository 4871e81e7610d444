using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>How a store is opened.</summary>
/// <param name="Folder">Folder of the store; made when it is missing. It holds <c>heluo.db</c>, <c>keys/</c> and
/// <c>blobs/</c>.</param>
public sealed record StoreOptions(string Folder)
{
    /// <summary>Folder of master key and key file, apart from the data so that a backup of the data holds no key.
    /// Default: <c>keys</c> in the folder.</summary>
    public string KeysFolder { get; init; } = Path.Combine(Folder, "keys");

    /// <summary>Memory for cached states, measured by their documents. Default 128 MB; 0 to 64 GB.</summary>
    public long StateCacheBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>What new keys, hashes and signatures are made with. Default: ES256, SHA-256, AES-256-GCM.</summary>
    public CryptoSuite Crypto { get; init; } = CryptoSuite.International;

    /// <summary>Where signed checkpoints go; best a disk of its own. Default: <c>checkpoints</c> in the
    /// folder.</summary>
    public string CheckpointsFolder { get; init; } = Path.Combine(Folder, "checkpoints");

    /// <summary>Memory of the writing connection for pages. Default 32 MB; 1 MB to 16 GB.</summary>
    public long PageCacheBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>Size of the write-ahead log at which the writer moves it into the file. Default 6 MB; 64 kB to 1
    /// GB.</summary>
    public long CheckpointBytes { get; init; } = 6L * 1024 * 1024;

    /// <summary>Page size of a new file in bytes, a power of two from 512 to 65536. Default 1024: fewest bytes per
    /// transition.</summary>
    public int PageSize { get; init; } = 1024;

    /// <summary>Most pages the file may have; null is no limit. For tests of a full disk.</summary>
    public int? MaxPages { get; init; }

    /// <summary>How long a command id is remembered. Default 48 hours; 1 to 240 hours.</summary>
    public int CommandHours { get; init; } = 48;

    /// <summary>How many command ids are remembered at most. Default 500 000 (about 100 MB when full); 1 to 10 000
    /// 000.</summary>
    public int Commands { get; init; } = 500_000;

    /// <summary>Most bytes of one blob. Default 20 MB; 1 byte to 2 GB.</summary>
    public long BlobBytes { get; init; } = 20L * 1024 * 1024;

    /// <summary>Every fault of these options at once; null when there is none.</summary>
    internal Refusal? Check()
    {
        List<Fault> faults = [];
        void Within(string field, long value, long least, long most)
        {
            if (value < least || value > most)
            {
                var sentence = FormattableString.Invariant($"{value} is not within {least} to {most}.");
                faults.Add(new(field, "store.option", sentence));
            }
        }

        Within(nameof(StateCacheBytes), StateCacheBytes, 0, 64L << 30);
        Within(nameof(PageCacheBytes), PageCacheBytes, 1L << 20, 16L << 30);
        Within(nameof(CheckpointBytes), CheckpointBytes, 64L << 10, 1L << 30);
        Within(nameof(PageSize), int.IsPow2(PageSize) ? PageSize : 0, 512, 65536);
        Within(nameof(CommandHours), CommandHours, 1, 240);
        Within(nameof(Commands), Commands, 1, 10_000_000);
        Within(nameof(BlobBytes), BlobBytes, 1, 2L << 30);
        return faults.Count == 0
            ? null
            : StorageRefusals.Options() with { Faults = [.. faults] };
    }
}
