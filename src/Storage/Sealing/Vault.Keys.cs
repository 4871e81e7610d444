using System.Buffers.Text;
using Heluo.Kernel;

namespace Heluo.Storage;

public sealed partial class Vault
{
    /// <summary>How often keys made here were too late, because another process had made one for the same use: what was
    /// sealed since an earlier count must be sealed again.</summary>
    internal int Late => Volatile.Read(ref late);

    /// <summary>Puts new keys on disk; callers that come together share one sync.</summary>
    internal async Task FlushAsync()
    {
        await flushing.WaitAsync();
        try
        {
            DataKey[] keys;
            lock (gate)
            {
                keys = [.. waiting.Values];
            }

            if (keys.Length == 0)
            {
                return;
            }

            var isLate = file.Add(keys.Select(Wrap), clock.Now().ToUnixTimeMilliseconds()) > 0;
            lock (gate)
            {
                foreach (var key in keys)
                {
                    var use = Use(key.Subject, key.Purpose);
                    waiting.Remove(use);
                    if (isLate)
                    {
                        byUse.Remove(use);
                        byId.Remove(key.Id);
                    }
                }

                late += isLate ? 1 : 0;

                waitingCount = waiting.Count;
            }
        }
        finally
        {
            flushing.Release();
        }
    }

    private static string Use(string subject, string purpose) => $"{purpose}\n{subject}";

    private DataKey KeyFor(string subject, string purpose)
    {
        var use = Use(subject, purpose);
        if (byUse.TryGet(use, out var known))
        {
            return known;
        }

        lock (gate)
        {
            if (!waiting.TryGetValue(use, out var key))
            {
                key = file.Find(subject, purpose) is { } stored ? Unwrap(stored) : Wait(Make(subject, purpose));
            }

            byUse.Put(use, key, (_, _) => true);
            byId.Put(key.Id, key, (_, _) => true);
            return key;
        }
    }

    private DataKey Wait(DataKey key)
    {
        waiting.Add(Use(key.Subject, key.Purpose), key);
        waitingCount = waiting.Count;
        return key;
    }

    private Outcome<DataKey> Key(string id)
    {
        if (byId.TryGet(id, out var known))
        {
            return known;
        }

        lock (gate)
        {
            if (file.Find(id) is not { } stored)
            {
                return VaultRefusals.KeyMissing();
            }

            if (stored.Wrapped.Length == 0)
            {
                return VaultRefusals.Erased();
            }

            var key = Unwrap(stored);
            byId.Put(id, key, (_, _) => true);
            return key;
        }
    }

    private DataKey Make(string subject, string purpose)
    {
        Span<byte> id = stackalloc byte[9];
        chance(id);
        var key = new byte[suite.Cipher.KeyBytes];
        chance(key);
        return new(Base64Url.EncodeToString(id), subject, purpose, suite.Cipher.Algorithm, key);
    }

    private WrappedKey Wrap(DataKey key)
    {
        var nonce = new byte[Ciphers.NonceBytes];
        chance(nonce);
        byte[] wrapped = [.. nonce, .. wrapping.Encrypt(master, nonce, key.Key, Bound(key, key.Id))];
        return new(key.Id, key.Subject, key.Purpose, key.Algorithm, wrapped);
    }

    private DataKey Unwrap(WrappedKey stored)
    {
        var key = new DataKey(stored.Id, stored.Subject, stored.Purpose, stored.Algorithm, []);
        var opened = wrapping.Decrypt(
            master,
            stored.Wrapped.AsSpan(0, Ciphers.NonceBytes),
            stored.Wrapped.AsSpan(Ciphers.NonceBytes),
            Bound(key, key.Id))
            ?? throw new DialectException("A data key does not fit the master key.", isDamage: true);
        return key with { Key = opened };
    }
}
