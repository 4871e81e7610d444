using Heluo.Kernel;

namespace Heluo.Storage.Tests;

/// <summary>Where a world's journal lies; keys and attachments lie in its folder.</summary>
public interface IPlace : IDisposable
{
    Outcome<Store> Open(StoreOptions options, FactCatalog catalog, TimeProvider clock);
}

/// <summary>In the folder itself.</summary>
public sealed class FolderPlace : IPlace
{
    public Outcome<Store> Open(StoreOptions options, FactCatalog catalog, TimeProvider clock) =>
        Store.Open(options, catalog, clock);

    public void Dispose()
    {
    }
}
