using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Sqlite;

public sealed class SqliteFollowerTests : FollowerSuite
{
    protected override World NewWorld() => new();
}
