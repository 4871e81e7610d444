using Heluo.Kernel;
using Heluo.Storage.Sqlite;

namespace Heluo.Storage.Tests;

/// <summary>Where a world's journal lies; keys and attachments lie in its folder.</summary>
public interface IPlace : IDisposable
{
    /// <summary>How another process names it; empty for the folder.</summary>
    string Address { get; }

    Outcome<Store> Open(StoreOptions options, FactCatalog catalog, TimeProvider clock);

    /// <summary>Runs statements on a closed store as somebody who is not this house.</summary>
    void Alter(string folder, string sql);

    /// <summary>What makes the store forget its newest link besides its facts; SQL.</summary>
    string Unlink { get; }

    /// <summary>Waits until nothing is on its way any more of a process that was killed.</summary>
    void Settle();
}

/// <summary>In the folder itself.</summary>
public sealed class FolderPlace : IPlace
{
    public Outcome<Store> Open(StoreOptions options, FactCatalog catalog, TimeProvider clock) =>
        Store.Open(options, catalog, clock);

    public string Address => "";

    public string Unlink => "";

    public void Alter(string folder, string sql)
    {
        using var database = Database.Open(Path.Combine(folder, "heluo.db"));
        database.Execute(sql);
    }

    public void Settle()
    {
    }

    public void Dispose()
    {
    }
}
