namespace Heluo.Packs;

/// <summary>Every written limit on a pack, on one page.</summary>
public static class PackLimits
{
    /// <summary>Bytes of one file.</summary>
    public const int FileBytes = 1024 * 1024;

    /// <summary>Files of one pack.</summary>
    public const int Files = 4000;

    /// <summary>Bytes of all files of one pack.</summary>
    public const int PackBytes = 64 * 1024 * 1024;

    /// <summary>YAML nodes of one pack, keys counted.</summary>
    public const int Nodes = 200_000;

    /// <summary>Maps and lists within one another, the file's own root counted.</summary>
    public const int Depth = 32;

    /// <summary>Characters of one key.</summary>
    public const int KeyCharacters = 100;

    /// <summary>Characters of one id.</summary>
    public const int IdCharacters = 60;

    /// <summary>Languages of one pack.</summary>
    public const int Languages = 16;

    /// <summary>Packs that one pack requires, itself counted, over all levels.</summary>
    public const int Packs = 16;

    /// <summary>Ids of one kind, and kinds, that a base pack may expect of a city.</summary>
    public const int Expectations = 200;

    /// <summary>Faults kept of one reading; what is beyond is counted, not kept.</summary>
    public const int Faults = 1000;

    /// <summary>Dated versions of one definition.</summary>
    public const int Versions = 100;
}
