using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Sqlite;

public sealed class SqliteDeskTests : DeskSuite
{
    protected override World NewWorld(Func<StoreOptions, StoreOptions>? options = null) => new(options);
}
