using Heluo.Kernel;

namespace Heluo.Storage;

public sealed partial class Vault
{
    /// <summary>What was erased so far, oldest first.</summary>
    public IReadOnlyList<ErasedKeys> Erased()
    {
        lock (gate)
        {
            return file.Erased();
        }
    }

    /// <summary>
    /// Destroys the keys of a subject, so that nothing sealed under them is ever read again, here or in any copy of the
    /// data; the commitments stay. Keys made after the order are for something new, and stay. Doing it twice changes
    /// nothing. The order goes first into the list of erasures that
    /// is kept apart from the keys, so that keys restored from a copy are destroyed again.
    /// </summary>
    /// <param name="erasure">Whose, for which purposes, by which order.</param>
    /// <returns>How many keys were destroyed now, or <c>vault.unerased</c>: try again.</returns>
    public Outcome<int> Erase(Erasure erasure)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        try
        {
            lock (gate)
            {
                var meant = file.Of(erasure.Subject, erasure.At.ToUnixTimeMilliseconds())
                    .Where(key => erasure.Means(key.Purpose)).ToList();
                string[] ids = [.. meant.Where(key => key.Wrapped.Length > 0).Select(key => key.Id)];
                if (ids.Length > 0)
                {
                    list.Add(erasure with { Keys = [.. ids] });
                    file.Erase(ids, erasure.Order, erasure.At.ToUnixTimeMilliseconds());
                }

                foreach (var key in meant)
                {
                    byId.Remove(key.Id);
                    byUse.Remove(Use(key.Subject, key.Purpose));
                }

                return ids.Length;
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or DialectException)
        {
            return VaultRefusals.Unerased(failed.Message);
        }
    }

    /// <summary>Destroys again what the list says was destroyed: keys may have been restored from a copy.</summary>
    internal Refusal? Replay()
    {
        if (!list.Read().TryGet(out var erasures, out var refusal))
        {
            return refusal;
        }

        lock (gate)
        {
            foreach (var erasure in erasures)
            {
                if (erasure.Keys.Any(id => file.Find(id) is { Wrapped.Length: > 0 }))
                {
                    file.Erase(erasure.Keys, erasure.Order, erasure.At.ToUnixTimeMilliseconds());
                }
            }
        }

        return null;
    }
}
