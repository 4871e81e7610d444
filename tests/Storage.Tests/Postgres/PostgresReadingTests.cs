using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Postgres;

public sealed class PostgresReadingTests : ReadingSuite
{
    protected override World NewWorld(Func<StoreOptions, StoreOptions>? options = null) =>
        new(options, new SchemaPlace());
}
