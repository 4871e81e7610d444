namespace Heluo.Storage;

/// <summary>
/// Something derived from facts and kept in memory: a list, a count, the order of due dates. It is filled from the
/// documents when it is attached and then sees every change once, in commit order, before the change is answered; so
/// a user always finds his own write. Followers are called on the writer's thread, one at a time: be quick, and guard
/// what requests read.
/// </summary>
public interface IFollower
{
    /// <summary>Its name in the health report, e.g. <c>cases.inbox</c>.</summary>
    string Name { get; }

    /// <summary>The family whose documents it is filled from and whose changes it sees; null for every
    /// family.</summary>
    string? Family { get; }

    /// <summary>Empties itself and takes in the documents as they stand. No change is given meanwhile.</summary>
    void Rebuild(IEnumerable<Change> documents);

    /// <summary>
    /// Takes in one change. When it throws, it is marked unhealthy and left out from then on; the commit stands and the
    /// other followers go on.
    /// </summary>
    void On(Change change);
}
