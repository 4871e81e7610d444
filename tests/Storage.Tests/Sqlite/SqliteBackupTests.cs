using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Sqlite;

public sealed class SqliteBackupTests : BackupSuite
{
    protected override World NewWorld() => new();
}
