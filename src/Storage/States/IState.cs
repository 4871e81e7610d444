namespace Heluo.Storage;

/// <summary>
/// What a stream's facts add up to: an immutable record, rebuilt by applying its facts in order to <see cref="Start"/>.
/// It is stored as one JSON document, so it must survive a round trip through JSON.
/// </summary>
/// <typeparam name="TSelf">The state itself.</typeparam>
public interface IState<TSelf>
    where TSelf : class, IState<TSelf>
{
    /// <summary>Name of the family, e.g. <c>case</c>: lower case letters, digits and '-', at most 40. Stream ids are
    /// <c>family/key</c>.</summary>
    static abstract string Family { get; }

    /// <summary>
    /// Raise it when the meaning of <see cref="Apply"/> or the form of the state changes: at the next start every
    /// document of the family is folded anew from its facts. From 1.
    /// </summary>
    static virtual int Shape => 1;

    /// <summary>The state before any fact, at version 0.</summary>
    static abstract TSelf Start(string key);

    /// <summary>The one list column, e.g. the shelf of an inbox; null when it stands on no list. At most 200
    /// characters.</summary>
    string? Shelf { get; }

    /// <summary>
    /// The state after a fact. Pure: it consults neither a pack nor a clock, because facts carry results. It must not
    /// refuse: what has happened has happened.
    /// </summary>
    TSelf Apply(IFact fact, Stamp stamp);
}
