using Heluo.Storage.Tests.Sealing;
using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Sqlite;

/// <summary>The same with SM2, SM3 and SM4.</summary>
public sealed class SmProvingTests : ProvingSuite
{
    protected override World NewWorld() => new(options => options with { Crypto = CryptoSuite.Sm });
}

/// <inheritdoc cref="SmProvingTests"/>
public sealed class SmVaultTests : VaultTests
{
    private protected override CryptoSuite Suite => CryptoSuite.Sm;
}

/// <inheritdoc cref="SmProvingTests"/>
public sealed class SmBlobTests : FolderBlobTests
{
    protected override World NewWorld(Func<StoreOptions, StoreOptions>? options = null) =>
        base.NewWorld(given => (options?.Invoke(given) ?? given) with { Crypto = CryptoSuite.Sm });
}

/// <summary>A store may change its suite: what is there stays readable, what is new is made with the new one.</summary>
public sealed class ChangedSuiteTests
{
    [Fact]
    public async Task What_was_sealed_and_linked_before_stays_readable_and_whole()
    {
        var suite = CryptoSuite.International;
        using var world = new World(given => given with { Crypto = suite });
        await world.Open("a", new("2021", "Li Na"), "c1");
        suite = CryptoSuite.Sm;
        world.Reopen();
        await world.Open("b", new("2021", "Wang Wei"), "c2");
        world.Reopen();
        foreach (var (key, name, commitment) in new[] { ("a", "Li Na", 43), ("b", "Wang Wei", 47) })
        {
            var owner = (await world.Load(key)).State.Owner!;
            world.Store.Vault.OpenTextUnlogged(owner).Value.ShouldBe(name);
            owner.Commitment!.Length.ShouldBe(commitment);
        }

        await world.ShouldBeWhole();
    }
}
