namespace Heluo.Cel;

/// <summary>Looks a time zone up for <c>timestamp.getHours(zone)</c> and its kin. Pure and quick.</summary>
/// <param name="zone">An IANA name such as <c>Asia/Shanghai</c>, at most 100 characters; offsets such as
/// <c>+08:00</c> never come here.</param>
/// <param name="at">The instant.</param>
/// <returns>The offset from UTC at that instant; null when no such zone is known.</returns>
public delegate TimeSpan? CelZones(string zone, DateTimeOffset at);
