using Heluo.Storage.Tests.Crash;

namespace Heluo.Storage.Tests.Sqlite;

public sealed class SqliteCrashTests : CrashSuite
{
    [Fact]
    public async Task Another_process_is_refused_the_folder_of_a_running_one()
    {
        using var world = new World();
        await world.Pay("a", 1, "c1");
        using var child = Start(world.Folder, new FolderPlace(), new int[CrashChild.Workers]);
        (await child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("store.in_use");
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        child.ExitCode.ShouldNotBe(0);
        (await world.Pay("a", 1, "c2")).Value.Version.ShouldBe(2);
    }

    protected override IPlace NewPlace() => new FolderPlace();
}
