using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Sqlite;

public sealed class SqliteProvingTests : ProvingSuite
{
    protected override World NewWorld() => new();
}
