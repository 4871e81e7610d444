using System.Globalization;
using System.Text;

namespace Heluo.Cel.Reading;

/// <summary>Text and bytes literals: one or three quotes of either kind, raw, with every escape of the
/// standard.</summary>
internal static class Literals
{
    /// <summary>Whether a literal starts here: a quote, or one after r, b or br.</summary>
    public static bool IsPrefixed(string source, int at)
    {
        if (at < source.Length && source[at] is 'b' or 'B') at++;
        if (at < source.Length && source[at] is 'r' or 'R') at++;
        return at < source.Length && source[at] is '"' or '\'';
    }

    /// <summary>Reads the literal and moves behind it. On a fault the message says what is wrong and where.</summary>
    public static CelValue Read(string source, ref int at, out string? message, out int faultAt)
    {
        var bytes = Take(source, ref at, 'b', 'B');
        var raw = Take(source, ref at, 'r', 'R');
        var quote = source[at];
        var triple = string.CompareOrdinal(source, at, new string(quote, 3), 0, 3) == 0;
        var start = faultAt = at;
        at += triple ? 3 : 1;
        var sink = new Sink(bytes);
        while (at < source.Length)
        {
            var unit = source[at];
            if (unit == quote && (!triple || string.CompareOrdinal(source, at, new string(quote, 3), 0, 3) == 0))
            {
                at += triple ? 3 : 1;
                message = null;
                return sink.ToValue();
            }

            if (!triple && unit is '\n' or '\r') break;
            faultAt = at;
            if (unit == '\\' && !raw && at + 1 < source.Length)
            {
                if (!Escape(source, ref at, sink)) return Fault("The escape is not one of the standard", out message);
            }
            else if (char.IsSurrogate(unit) && !char.IsSurrogatePair(source, at))
            {
                return Fault("The text holds half of a surrogate pair", out message);
            }
            else
            {
                var width = char.IsHighSurrogate(unit) ? 2 : 1;
                sink.Add(source.AsSpan(at, width));
                at += width;
            }
        }

        faultAt = start;
        return Fault("The text has no closing quote", out message);
    }

    private static CelValue Fault(string text, out string? message)
    {
        message = text;
        return default;
    }

    private static bool Take(string source, ref int at, char lower, char upper)
    {
        if (source[at] != lower && source[at] != upper) return false;
        at++;
        return true;
    }

    private static bool Escape(string source, ref int at, Sink sink)
    {
        var kind = source[at + 1];
        var plain = kind switch
        {
            'a' => '\a', 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', 'v' => '\v',
            '"' or '\'' or '\\' or '?' or '`' => kind,
            _ => '\0',
        };
        if (plain != '\0')
        {
            at += 2;
            return sink.AddCode(plain);
        }

        return kind switch
        {
            'x' or 'X' => Number(source, ref at, 2, 2, sink),
            'u' => !sink.Bytes && Number(source, ref at, 2, 4, sink),
            'U' => !sink.Bytes && Number(source, ref at, 2, 8, sink),
            >= '0' and <= '3' => Octal(source, ref at, sink),
            _ => false,
        };
    }

    private static bool Number(string source, ref int at, int skip, int digits, Sink sink)
    {
        if (at + skip + digits > source.Length) return false;
        var text = source.AsSpan(at + skip, digits);
        at += skip + digits;
        return uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && sink.AddCode(code);
    }

    private static bool Octal(string source, ref int at, Sink sink)
    {
        if (at + 4 > source.Length) return false;
        uint code = 0;
        for (var i = 1; i <= 3; i++)
        {
            if (source[at + i] is < '0' or > '7') return false;
            code = (code * 8) + (uint)(source[at + i] - '0');
        }

        at += 4;
        return sink.AddCode(code);
    }

    /// <summary>Gathers text, or the octets of a bytes literal where <c>\xff</c> is one octet.</summary>
    private sealed class Sink(bool bytes)
    {
        private readonly StringBuilder _text = new();
        private readonly List<byte> _octets = [];

        public bool Bytes => bytes;

        public void Add(ReadOnlySpan<char> units)
        {
            if (!bytes) _text.Append(units);
            else _octets.AddRange(Encoding.UTF8.GetBytes(units.ToString()));
        }

        public bool AddCode(uint code)
        {
            if (bytes)
            {
                _octets.Add((byte)code);
                return true;
            }

            if (!Rune.IsValid(code)) return false;
            _text.Append(new Rune(code).ToString());
            return true;
        }

        public CelValue ToValue() => bytes ? CelValue.OwnBytes([.. _octets]) : CelValue.Of(_text.ToString());
    }
}
