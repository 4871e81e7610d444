using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Postgres;

public sealed class PostgresModelTests : ModelSuite
{
    protected override World NewWorld() => new(place: new SchemaPlace());
}
