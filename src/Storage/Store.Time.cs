using System.Globalization;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage;

public sealed partial class Store
{
    private const string SeenName = "clock.seen";

    /// <summary>The moment it was when the house last said that it knows the time (<see cref="NoteTimeAsync"/>); before
    /// the first time, the moment of the newest fact; null in a new store. A wall clock far from it at the start is
    /// not to be believed.</summary>
    /// <exception cref="DialectException">The store cannot be read.</exception>
    public Instant? SeenAt() => long.TryParse(
        dialect.About(SeenName), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seen)
        ? Instant.FromUnixTimeMilliseconds(seen)
        : dialect.Head > 0 && Result(dialect.FactAsync(dialect.Head)) is { } newest
            ? Instant.FromUnixTimeMilliseconds(newest.At)
            : null;

    /// <summary>
    /// Notes what time it is, for the next start to compare with; call it about once a minute while the clock is
    /// believed. A store that had no room finds out by it that it has some again.
    /// </summary>
    /// <returns>Null; or <c>store.full</c>, <c>store.failed</c>, <c>store.stopped</c>.</returns>
    public Task<Refusal?> NoteTimeAsync(Instant now)
    {
        var text = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return writer.NoteAsync(() =>
        {
            dialect.SetAbout(SeenName, text);
            dialect.Tend();
        });
    }
}
