using System.Collections.Concurrent;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// When each session was last heard of. It lives in memory: a restart forgets it, and a session then counts from when
/// its
/// cookie was last renewed.
/// </summary>
/// <param name="options">How long a session may be silent.</param>
public sealed class SessionPulse(SignInOptions options)
{
    private const int Most = 200_000;
    private readonly ConcurrentDictionary<string, Instant> heard = new(StringComparer.Ordinal);

    /// <summary>Hears a session; false when it was silent for too long.</summary>
    /// <param name="session">Its id.</param>
    /// <param name="since">What counts when it was not heard before: when its cookie was last renewed.</param>
    /// <param name="now">Now.</param>
    internal bool Hear(string session, Instant since, Instant now)
    {
        var last = heard.TryGetValue(session, out var known) && known > since ? known : since;
        if (now - last >= Duration.FromMinutes(options.IdleMinutes))
        {
            heard.TryRemove(session, out _);
            return false;
        }

        if (heard.Count >= Most)
        {
            Sweep(now);
        }

        heard[session] = now;
        return true;
    }

    /// <summary>Whether a session is known to have been silent for too long.</summary>
    internal bool IsSilent(string session, Instant now) =>
        heard.TryGetValue(session, out var last) && now - last >= Duration.FromMinutes(options.IdleMinutes);

    private void Sweep(Instant now)
    {
        foreach (var (session, last) in heard)
        {
            if (now - last >= Duration.FromMinutes(options.IdleMinutes))
            {
                heard.TryRemove(session, out _);
            }
        }
    }
}
