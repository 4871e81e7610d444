using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>The id of a stream: <c>family/key</c>. A key may hold any printable text, a slash too; a family may
/// not.</summary>
public static class StreamId
{
    /// <summary>Joins a family and a key.</summary>
    /// <exception cref="ArgumentException">The key is refused by <see cref="Check"/>.</exception>
    public static string Of<TState>(string key)
        where TState : class, IState<TState>
    {
        if (Check(TState.Family, key) is { } refusal)
        {
            throw new ArgumentException(refusal.Sentence, nameof(key));
        }

        return $"{TState.Family}/{key}";
    }

    /// <summary>The family in front of the first slash.</summary>
    public static string FamilyOf(string stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var slash = stream.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? stream : stream[..slash];
    }

    /// <summary>The key behind the first slash.</summary>
    public static string KeyOf(string stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream[(stream.IndexOf('/', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>Refuses <c>store.key</c>: empty, too long, or with characters that are not printable; null when it is
    /// fine.</summary>
    public static Refusal? Check(string family, string? key)
    {
        if (string.IsNullOrEmpty(key) || family?.Length + 1 + key.Length > Limits.StreamLength)
        {
            return StorageRefusals.Key();
        }

        for (var i = 0; i < key.Length; i++)
        {
            var letter = key[i];
            var paired = char.IsHighSurrogate(letter) && i + 1 < key.Length && char.IsLowSurrogate(key[i + 1]);
            if (char.IsControl(letter) || (char.IsSurrogate(letter) && !paired))
            {
                return StorageRefusals.Key();
            }

            i += paired ? 1 : 0;
        }

        return null;
    }

    internal static bool IsFamily(string text) =>
        text.Length is > 0 and <= 40 && char.IsAsciiLetterLower(text[0])
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
