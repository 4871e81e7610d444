using System.Collections.Immutable;

namespace Heluo.Kernel.Tests;

public sealed class OutcomeTests
{
    private static readonly Refusal Changed = new(RefusalKind.Conflict, "case.changed", "The case changed.");

    [Fact]
    public void A_refused_outcome_has_no_value_to_give()
    {
        Outcome<int> refused = Changed;
        refused.IsRefused.ShouldBeTrue();
        refused.TryGet(out _, out var refusal).ShouldBeFalse();
        refusal.ShouldBe(Changed);
        Should.Throw<InvalidOperationException>(() => refused.Value)
            .Message.ShouldBe("case.changed: The case changed.");
    }

    [Fact]
    public void A_given_value_carries_no_refusal()
    {
        Outcome<int> given = 7;
        given.TryGet(out var value, out var refusal).ShouldBeTrue();
        (value, refusal, given.Value, given.IsRefused).ShouldBe((7, null, 7, false));
    }

    [Fact]
    public void The_first_refusal_ends_a_chain()
    {
        Outcome<int> given = 7;
        given.Then<string>(number => $"{number}").Value.ShouldBe("7");
        given.Then<int>(_ => Changed)
            .Then<string>(_ => throw new InvalidOperationException())
            .Refusal.ShouldBe(Changed);
    }

    [Fact]
    public void A_refusal_without_details_has_empty_ones()
    {
        Changed.Faults.ShouldBe(ImmutableArray<Fault>.Empty);
        Changed.Values.ShouldBeEmpty();
    }
}
