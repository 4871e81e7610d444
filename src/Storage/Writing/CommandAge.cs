using System.Globalization;

namespace Heluo.Storage;

/// <summary>When a command id was made, where it says so: an id of the house (26 characters of base 32 that begin with
/// the time, alone or before a dash), or a UUID of version 7.</summary>
internal static class CommandAge
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int IdLength = 26;
    private const int TimeLength = 10;
    private const int UuidLength = 36;

    /// <summary>Unix milliseconds; null when the id does not tell.</summary>
    public static long? Of(string command) => command.Length == UuidLength && command[8] == '-' && command[14] == '7'
        ? long.TryParse(
            string.Concat(command.AsSpan(0, 8), command.AsSpan(9, 4)), NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture, out var made) ? made : null
        : command.Length == IdLength || (command.Length > IdLength && command[IdLength] == '-')
            ? OfId(command.AsSpan(0, IdLength))
            : null;

    private static long? OfId(ReadOnlySpan<char> id)
    {
        var time = 0L;
        for (var i = 0; i < id.Length; i++)
        {
            var digit = Alphabet.IndexOf(id[i], StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            time = i < TimeLength ? (time * 32) + digit : time;
        }

        return time;
    }
}
