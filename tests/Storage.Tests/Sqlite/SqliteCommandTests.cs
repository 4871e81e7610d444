using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Sqlite;

public sealed class SqliteCommandTests : CommandSuite
{
    protected override World NewWorld(Func<StoreOptions, StoreOptions>? options = null) => new(options);
}
