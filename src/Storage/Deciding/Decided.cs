using System.Collections.Immutable;

namespace Heluo.Storage;

/// <summary>What a decision makes true, built step by step. Immutable.</summary>
/// <example><code>return Decided.With(new CaseOpened(number)).Also&lt;Serial&gt;(day, new
/// NumberTaken(number)).Reply(number);</code></example>
public sealed record Decided
{
    private Decided()
    {
    }

    /// <summary>Nothing becomes true; the answer is the state as it is.</summary>
    public static Decided Nothing { get; } = new();

    /// <summary>Facts of the decision's own stream, in order.</summary>
    public ImmutableArray<IFact> Facts { get; private init; } = [];

    /// <summary>Facts of other streams, in order; each stream was declared as one that may be written.</summary>
    public ImmutableArray<(string Stream, IFact Fact)> Others { get; private init; } = [];

    /// <summary>What the caller wants to know beside the new state; null when nothing.</summary>
    public object? Answer { get; private init; }

    /// <summary>Facts of the decision's own stream.</summary>
    public static Decided With(params ReadOnlySpan<IFact> facts) => Nothing.And(facts);

    /// <summary>More facts of the decision's own stream.</summary>
    public Decided And(params ReadOnlySpan<IFact> facts) => this with { Facts = Facts.AddRange(facts) };

    /// <summary>Facts of another stream.</summary>
    /// <exception cref="ArgumentException">The key has no proper form.</exception>
    public Decided Also<TState>(string key, params ReadOnlySpan<IFact> facts)
        where TState : class, IState<TState>
    {
        var stream = StreamId.Of<TState>(key);
        var others = Others.ToBuilder();
        foreach (var fact in facts)
        {
            others.Add((stream, fact));
        }

        return this with { Others = others.ToImmutable() };
    }

    /// <summary>Sets the reply.</summary>
    public Decided Reply(object? reply) => this with { Answer = reply };
}
