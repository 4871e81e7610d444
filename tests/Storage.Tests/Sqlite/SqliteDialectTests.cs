using Heluo.Storage.Sqlite;
using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Sqlite;

public sealed class SqliteDialectTests : DialectSuite
{
    protected override IDialect Open(string folder) => SqliteDialect.Open(new(folder)).Value;
}
