using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Postgres;

public sealed class PostgresProvingTests : ProvingSuite
{
    protected override World NewWorld() => new(place: new SchemaPlace());
}
