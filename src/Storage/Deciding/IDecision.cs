using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage;

/// <summary>A request whose rule is a static, pure function: no clock, no store, no HTTP, no chance.</summary>
/// <typeparam name="TRequest">The request itself, as data.</typeparam>
/// <typeparam name="TState">The state it decides over.</typeparam>
public interface IDecision<TRequest, TState>
    where TRequest : IDecision<TRequest, TState>
    where TState : class, IState<TState>
{
    /// <summary>
    /// The whole rule. It may run several times for one request (when what it read changed meanwhile, or to give a
    /// repeated command its first reply again) and must give the same answer for the same arguments.
    /// </summary>
    /// <param name="state">The state the request names; its start when it has no fact yet.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="reads">The declared other streams, and the context handed in at start-up.</param>
    /// <param name="request">The request.</param>
    /// <param name="now">When it is decided, whole milliseconds.</param>
    static abstract Outcome<Decided> Decide(TState state, Actor actor, Reads reads, TRequest request, Instant now);
}
