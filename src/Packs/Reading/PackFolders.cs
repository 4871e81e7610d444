namespace Heluo.Packs;

/// <summary>Folders of a pack with a meaning of their own.</summary>
public static class PackFolders
{
    /// <summary>Demo people and officers; read only when a kind for it is registered, never hashed.</summary>
    public const string Demo = "demo";

    /// <summary>Cases that test the pack; read only when a kind for it is registered, never hashed.</summary>
    public const string Tests = "tests";
}
