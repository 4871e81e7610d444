using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Cases;

/// <summary>The lists of cases for rooms that draw them: it knows of no store.</summary>
/// <param name="index">Keeps the lists.</param>
public sealed class CaseLists(CaseIndex index)
{
    /// <summary>The cases somebody is party to, newest first.</summary>
    /// <param name="party">Who.</param>
    /// <param name="most">How many at most.</param>
    public ImmutableArray<CaseRow> OfParty(string party, int most = 200) => index.OfParty(party, most);

    /// <inheritdoc cref="Inbox.Of"/>
    public ImmutableArray<InboxRow> InboxOf(Actor actor, bool everybody = false) => Inbox.Of(index, actor, everybody);
}
