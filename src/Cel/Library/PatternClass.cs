using System.Globalization;
using System.Text;

namespace Heluo.Cel.Library;

/// <summary>Sets of code points in patterns. Beyond U+FFFF a set is written as an alternative of unit pairs.</summary>
internal static class PatternClass
{
    private static readonly Dictionary<string, string> Posix = new(StringComparer.Ordinal)
    {
        ["alnum"] = "0-9A-Za-z", ["alpha"] = "A-Za-z", ["ascii"] = @"\x00-\x7F", ["blank"] = @"\t ",
        ["cntrl"] = @"\x00-\x1F\x7F", ["digit"] = "0-9", ["graph"] = "!-~", ["lower"] = "a-z", ["print"] = " -~",
        ["punct"] = @"!-/:-@\[-`{-~", ["space"] = @"\t\n\v\f\r ", ["upper"] = "A-Z", ["word"] = "0-9A-Za-z_",
        ["xdigit"] = "0-9A-Fa-f",
    };

    /// <summary>Writes one code point as itself.</summary>
    public static void WriteCode(StringBuilder output, int code, bool inClass)
    {
        if (code > 0xFFFF)
        {
            var pair = char.ConvertFromUtf32(code);
            output.Append(CultureInfo.InvariantCulture, $@"(?:\u{(int)pair[0]:X4}\u{(int)pair[1]:X4})");
        }
        else if (!inClass && (char.IsAsciiLetterOrDigit((char)code) || code > 0x7F)) output.Append((char)code);
        else output.Append(CultureInfo.InvariantCulture, $@"\u{code:X4}");
    }

    /// <summary>Reads <c>[..]</c>, the opening bracket read already.</summary>
    public static bool TryRead(string pattern, ref int at, StringBuilder output)
    {
        var negated = at < pattern.Length && pattern[at] == '^';
        if (negated) at++;
        var small = new StringBuilder();
        var large = new List<(int From, int To)>();
        for (var first = true; at < pattern.Length && (first || pattern[at] != ']'); first = false)
        {
            if (TryPosix(pattern, ref at, small)) continue;
            if (pattern[at] == '\\' && at + 1 < pattern.Length && IsClassEscape(pattern[at + 1]))
            {
                if (!TryClassEscape(pattern, ref at, small)) return false;
                continue;
            }

            if (!TryCode(pattern, ref at, out var from)) return false;
            var to = from;
            if (at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']')
            {
                at++;
                if (!TryCode(pattern, ref at, out to) || to < from) return false;
            }

            Add(small, large, from, to);
        }

        if (at >= pattern.Length) return false;
        at++;
        Write(output, negated, small.ToString(), large);
        return true;
    }

    /// <summary>Reads an escape outside brackets, the backslash not read yet.</summary>
    public static bool TryReadEscape(string pattern, ref int at, StringBuilder output)
    {
        if (at + 1 < pattern.Length && IsClassEscape(pattern[at + 1]))
        {
            var inner = new StringBuilder();
            if (!TryClassEscape(pattern, ref at, inner)) return false;
            output.Append('[').Append(inner).Append(']');
            return true;
        }

        if (!TryCode(pattern, ref at, out var code)) return false;
        WriteCode(output, code, inClass: false);
        return true;
    }

    private static void Add(StringBuilder small, List<(int From, int To)> large, int from, int to)
    {
        if (to > 0xFFFF) large.Add((Math.Max(from, 0x10000), to));
        if (from > 0xFFFF) return;
        WriteCode(small, from, inClass: true);
        small.Append('-');
        WriteCode(small, Math.Min(to, 0xFFFF), inClass: true);
    }

    private static void Write(StringBuilder output, bool negated, string small, List<(int From, int To)> large)
    {
        var pairs = large.Select(range => Pairs(range.From, range.To)).ToList();
        if (!negated)
        {
            if (small.Length > 0) pairs.Insert(0, $"[{small}]");
            output.Append("(?:").AppendJoin('|', pairs).Append(')');
            return;
        }

        // A negated set takes every pair but those it names: the ranges between them are written out.
        var rest = new List<string> { $@"[^{small}\uD800-\uDFFF]" };
        var next = 0x10000;
        foreach (var (from, to) in large.OrderBy(range => range.From))
        {
            if (from > next) rest.Add(Pairs(next, from - 1));
            next = Math.Max(next, to + 1);
        }

        if (next <= 0x10FFFF) rest.Add(Pairs(next, 0x10FFFF));
        output.Append("(?:").AppendJoin('|', rest).Append(')');
    }

    /// <summary>The unit pairs of a range beyond U+FFFF: first row, whole rows, last row.</summary>
    private static string Pairs(int from, int to)
    {
        var (firstHigh, firstLow) = Units(from);
        var (lastHigh, lastLow) = Units(to);
        if (firstHigh == lastHigh) return Row(firstHigh, firstHigh, firstLow, lastLow);
        var rows = new List<string> { Row(firstHigh, firstHigh, firstLow, 0xDFFF) };
        if (lastHigh - firstHigh > 1) rows.Add(Row(firstHigh + 1, lastHigh - 1, 0xDC00, 0xDFFF));
        rows.Add(Row(lastHigh, lastHigh, 0xDC00, lastLow));
        return string.Join('|', rows);
    }

    private static string Row(int high, int highTo, int low, int lowTo) => string.Create(
        CultureInfo.InvariantCulture, $@"[\u{high:X4}-\u{highTo:X4}][\u{low:X4}-\u{lowTo:X4}]");

    private static (int High, int Low) Units(int code) =>
        (0xD800 + ((code - 0x10000) >> 10), 0xDC00 + ((code - 0x10000) & 0x3FF));

    private static bool TryPosix(string pattern, ref int at, StringBuilder small)
    {
        if (!pattern.AsSpan(at).StartsWith("[:", StringComparison.Ordinal)) return false;
        var end = pattern.IndexOf(":]", at, StringComparison.Ordinal);
        if (end < 0 || !Posix.TryGetValue(pattern[(at + 2)..end], out var set)) return false;
        small.Append(set);
        at = end + 2;
        return true;
    }

    private static bool IsClassEscape(char letter) => letter is 'd' or 'D' or 'w' or 'W' or 's' or 'S' or 'p' or 'P';

    private static bool TryClassEscape(string pattern, ref int at, StringBuilder small)
    {
        var letter = pattern[at + 1];
        at += 2;
        var set = letter switch
        {
            'd' => "0-9",
            'D' => @"\x00-/:-\uD7FF\uE000-\uFFFF",
            'w' => "0-9A-Za-z_",
            'W' => @"\x00-/:-@\[-\^`{-\uD7FF\uE000-\uFFFF",
            's' => @"\t\n\f\r ",
            'S' => @"\x00-\x08\x0B\x0E-\x1F!-\uD7FF\uE000-\uFFFF",
            _ => null,
        };
        if (set is null && !TryCategory(pattern, ref at, letter, out set)) return false;
        small.Append(set);
        return true;
    }

    private static bool TryCategory(string pattern, ref int at, char letter, out string? set)
    {
        set = null;
        if (at >= pattern.Length) return false;
        var end = pattern[at] == '{' ? pattern.IndexOf('}', at) : at;
        if (end < 0) return false;
        var name = pattern[at] == '{' ? pattern[(at + 1)..end] : pattern[at..(end + 1)];
        at = end + 1;
        if (name.StartsWith('^')) (letter, name) = (letter == 'p' ? 'P' : 'p', name[1..]);
        if (name is "Han") name = "IsCJKUnifiedIdeographs";
        if (name is "Latin") name = "IsBasicLatin";
        if (name.Length == 0 || !name.All(char.IsAsciiLetter)) return false;
        set = $@"\{letter}{{{name}}}";
        return true;
    }

    private static bool TryCode(string pattern, ref int at, out int code)
    {
        code = pattern[at++];
        if (code != '\\')
        {
            if (char.IsHighSurrogate((char)code) && at < pattern.Length && char.IsLowSurrogate(pattern[at]))
            {
                code = char.ConvertToUtf32((char)code, pattern[at++]);
            }

            return true;
        }

        if (at == pattern.Length) return false;
        code = pattern[at++];
        if (code is 'x') return TryHex(pattern, ref at, out code);
        var plain = code switch
        {
            'a' => '\a', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', 'v' => '\v',
            _ => '\0',
        };
        if (plain != '\0') code = plain;
        else if (char.IsAsciiLetterOrDigit((char)code) || code > 0x7F) return false;
        return true;
    }

    private static bool TryHex(string pattern, ref int at, out int code)
    {
        code = 0;
        var braced = at < pattern.Length && pattern[at] == '{';
        var end = braced ? pattern.IndexOf('}', at) : at + 2;
        if (end < 0 || end > pattern.Length) return false;
        var digits = braced ? pattern[(at + 1)..end] : pattern[at..end];
        at = braced ? end + 1 : end;
        return digits.Length is > 0 and <= 6
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code)
            && Rune.IsValid(code);
    }
}
