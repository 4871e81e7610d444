using Heluo.Storage.Tests.Crash;

namespace Heluo.Storage.Tests.Postgres;

public sealed class PostgresCrashTests : CrashSuite
{
    protected override IPlace NewPlace() => new SchemaPlace();
}
