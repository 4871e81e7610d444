using Heluo.Storage.Postgres;
using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Postgres;

public sealed class PostgresDialectTests : DialectSuite
{
    private readonly SchemaPlace place = new();

    protected override IDialect Open(string folder) => PostgresDialect.Open(place.Address).Value;

    protected override void Leave() => place.Dispose();
}
