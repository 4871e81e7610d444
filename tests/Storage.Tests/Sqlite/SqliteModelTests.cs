using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Sqlite;

public sealed class SqliteModelTests : ModelSuite
{
    protected override World NewWorld() => new();
}
