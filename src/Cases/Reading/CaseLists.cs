using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Cases;

/// <summary>The lists of cases for rooms that draw them: it knows of no store.</summary>
/// <param name="index">Keeps the lists.</param>
public sealed class CaseLists(CaseIndex index)
{
    /// <summary>The cases somebody is party to, newest first.</summary>
    /// <param name="actor">Who; one who stands for another sees what the authorisation reaches.</param>
    /// <param name="most">How many at most.</param>
    public ImmutableArray<CaseRow> OfParty(Actor actor, int most = 200)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return index.OfParty(actor, most);
    }

    /// <inheritdoc cref="Inbox.Of"/>
    public ImmutableArray<InboxRow> InboxOf(Actor actor, bool everybody = false) => Inbox.Of(index, actor, everybody);

    /// <summary>The name of the stage a row stands in, as the procedure it began under calls it.</summary>
    public static Localized StageOf(CaseRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.StageName ?? Localized.Of("en", row.Stage);
    }
}
