using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Postgres;

public sealed class PostgresBackupTests : BackupSuite
{
    protected override World NewWorld() => new(place: new SchemaPlace());
}
