namespace Heluo.Storage;

/// <summary>The key of one subject and purpose, unwrapped.</summary>
/// <param name="Id">Its id: 12 characters of base64url.</param>
/// <param name="Subject">Whose.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Algorithm">The cipher it is for, e.g. <c>A256GCM</c>.</param>
/// <param name="Key">The key itself.</param>
internal sealed record DataKey(string Id, string Subject, string Purpose, string Algorithm, byte[] Key);
