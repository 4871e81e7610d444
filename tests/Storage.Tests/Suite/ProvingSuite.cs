using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage.Tests.Suite;

/// <summary>Whoever alters the journal behind the house's back is found out, and it is named what was
/// altered.</summary>
public abstract class ProvingSuite
{
    private static readonly Instant Now = Instant.FromUtc(2021, 1, 4, 9, 0);

    protected abstract World NewWorld();

    [Fact]
    public async Task A_store_that_nobody_touched_verifies_against_its_checkpoints()
    {
        using var world = await Lived();
        (await world.Store.CheckpointAsync(Now)).Value!.Position.ShouldBe(world.Store.Head);
        await world.Pay("a1", 3, "late");
        (await world.Store.CheckpointAsync(Now)).Value!.Count.ShouldBe(1);
        (await world.Store.CheckpointAsync(Now)).Value!.Position.ShouldBe(world.Store.Head);
        var verified = await Verify(world);
        verified.Value.Facts.ShouldBe(world.Store.Head);
        verified.Value.Checkpoints.ShouldBe(2);
        verified.Value.Documents.ShouldBe(6);
        world.Reopen();
        (await Verify(world)).Value.Link.ShouldBe(verified.Value.Link);
    }

    [Theory]
    [InlineData("UPDATE fact SET body = '{\"amount\":900}' WHERE position = 12", "verify.altered", "Fact 12 ")]
    [InlineData("UPDATE fact SET actor = 'officer/other' WHERE position = 12", "verify.altered", "Fact 12 ")]
    [InlineData("UPDATE fact SET at = at + 1 WHERE position = 12", "verify.altered", "Fact 12 ")]
    [InlineData("UPDATE fact SET command_id = 'x' WHERE position = 12", "verify.altered", "Fact 12 ")]
    [InlineData("UPDATE fact SET link = NULL WHERE position = 12", "verify.altered", "Fact 12 ")]
    [InlineData("UPDATE fact SET cause = '0badcafe' WHERE position = 12", "verify.altered", "Fact 12 ")]
    [InlineData("DELETE FROM fact WHERE position = 12", "verify.missing", "Fact 12 ")]
    [InlineData(
        """
        DELETE FROM fact WHERE position = 12;
        UPDATE fact SET position = -position WHERE position > 12;
        UPDATE fact SET position = -position - 1 WHERE position < 0
        """,
        "verify.missing", "Version 2 of 'account/a1'")]
    [InlineData(
        """
        UPDATE fact SET position = -12 WHERE position = 12;
        UPDATE fact SET position = 12 WHERE position = 17;
        UPDATE fact SET position = 17 WHERE position = -12
        """,
        "verify.reordered", "Fact 12 ")]
    public async Task Whatever_is_altered_is_named(string sql, string code, string names)
    {
        using var world = await Lived();
        world.Alter(sql);
        var refusal = (await Verify(world)).Refusal!;
        refusal.Code.ShouldBe(code);
        refusal.Sentence.ShouldContain(names);
    }

    [Theory]
    [InlineData("UPDATE document SET version = version + 1 WHERE stream = 'account/a1'")]
    [InlineData("UPDATE document SET shelf = 'somewhere' WHERE stream = 'account/a1'")]
    [InlineData("DELETE FROM document WHERE stream = 'account/a1'")]
    public async Task A_document_that_its_facts_do_not_give_is_named(string sql)
    {
        using var world = await Lived();
        world.Alter(sql);
        var refusal = (await Verify(world)).Refusal!;
        refusal.Code.ShouldBeOneOf("verify.document", "store.corrupt");
        refusal.Sentence.ShouldContain("account/a1");
    }

    [Fact]
    public async Task A_journal_cut_off_is_found_by_a_checkpoint_kept_outside()
    {
        using var world = await Lived();
        await world.Store.CheckpointAsync(Now);
        var kept = world.Store.Checkpoints.Read().Value;
        world.Alter("""
            DELETE FROM fact WHERE position >= 16;
            DELETE FROM document WHERE head >= 16
            """);
        var refusal = (await world.Store.VerifyAsync(kept)).Refusal!;
        refusal.Code.ShouldBe("verify.rolled_back");
        (await world.Store.CheckpointAsync(Now)).Refusal!.Code.ShouldBe("verify.rolled_back");
        world.Store.Health.Reasons.ShouldBe(["verify.rolled_back"]);
    }

    [Fact]
    public async Task A_journal_written_anew_with_all_its_links_is_found_by_a_checkpoint_kept_outside()
    {
        using var world = await Lived();
        await world.Store.CheckpointAsync(Now);
        var kept = world.Store.Checkpoints.Read().Value;
        File.Delete(world.Store.Checkpoints.Path);

        // Everything after it is linked anew, as a thief with the program in his hands would do.
        world.Alter("""
            UPDATE fact SET at = at + 1 WHERE position = 12;
            UPDATE fact SET link = NULL;
            """ + world.Unlink);
        (await world.Store.VerifyAsync([])).Refusal.ShouldBeNull("by itself it looks whole");
        (await world.Store.VerifyAsync(kept)).Refusal!.Code.ShouldBe("verify.rewritten");
    }

    [Fact]
    public async Task A_checkpoint_of_another_city_or_with_another_signature_is_not_believed()
    {
        using var world = await Lived();
        using var other = await Lived();
        var mine = (await world.Store.CheckpointAsync(Now)).Value!;
        var theirs = (await other.Store.CheckpointAsync(Now)).Value!;
        (await world.Store.VerifyAsync([theirs])).Refusal!.Code.ShouldBe("verify.forged");
        (await world.Store.VerifyAsync([theirs], other.Store.JournalKey().Value)).Refusal!.Code
            .ShouldBe("verify.other_store");
        (await world.Store.VerifyAsync([mine with { Position = mine.Position - 1 }])).Refusal!.Code
            .ShouldBe("verify.forged");
    }

    [Fact]
    public async Task Any_fact_is_proven_without_the_store()
    {
        using var world = await Lived();
        var uncovered = await world.Store.ProveAsync(1);
        uncovered.Refusal!.Code.ShouldBe("proof.no_checkpoint");
        await world.Store.CheckpointAsync(Now);
        await world.Pay("a1", 3, "late");
        await world.Store.CheckpointAsync(Now);
        var key = world.Store.JournalKey().Value;
        for (var position = 1L; position <= world.Store.Head; position++)
        {
            var proof = (await world.Store.ProveAsync(position)).Value;
            proof.Check(key).ShouldBeNull();
            proof.Fact.Position.ShouldBe(position);
            (proof with { Fact = proof.Fact with { Body = proof.Fact.Body + " " } }).Check(key)!.Code
                .ShouldBe("proof.broken");
            (proof with { Fact = proof.Fact with { Position = position + 1 } }).Check(key)!.Code
                .ShouldBe("proof.broken");
        }

        (await world.Store.ProveAsync(world.Store.Head + 1)).Refusal!.Code.ShouldBe("proof.no_fact");
    }

    [Fact]
    public async Task A_proof_by_another_key_proves_nothing()
    {
        using var world = await Lived();
        using var other = await Lived();
        await world.Store.CheckpointAsync(Now);
        var proof = (await world.Store.ProveAsync(3)).Value;
        proof.Check(other.Store.JournalKey().Value)!.Code.ShouldBe("proof.broken");
        var hostile = proof with { Way = ["?"], Path = [.. proof.Path, "AAAA"], Before = "" };
        hostile.Check(world.Store.JournalKey().Value)!.Code.ShouldBe("proof.broken");
    }

    [Fact]
    public async Task A_store_of_a_version_without_links_gets_them_when_it_is_opened()
    {
        using var world = await Lived();
        var link = (await world.Store.VerifyAsync([])).Value.Link;
        world.Alter("UPDATE fact SET link = NULL;" + world.Unlink);
        (await world.Store.VerifyAsync([])).Value.Link.ShouldBe(link);
        await world.Pay("a1", 1, "after");
        await world.ShouldBeWhole();
    }

    private static Task<Outcome<Verified>> Verify(World world) =>
        world.Store.VerifyAsync(world.Store.Checkpoints.Read().Value);

    /// <summary>Five accounts and a serial in 21 facts: opened two facts at a time, then one payment each; 12 and 17
    /// are
    /// of one account.</summary>
    private async Task<World> Lived()
    {
        var world = NewWorld();
        for (var i = 0; i < 5; i++)
        {
            (await world.Open($"a{i}", new("2021", "Li Na"), $"o{i}")).IsRefused.ShouldBeFalse();
        }

        for (var i = 0; i < 11; i++)
        {
            (await world.Pay($"a{i % 5}", i + 1, $"c{i}")).IsRefused.ShouldBeFalse();
        }

        return world;
    }
}
