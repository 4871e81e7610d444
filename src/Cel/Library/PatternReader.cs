using System.Globalization;
using System.Text;

namespace Heluo.Cel.Library;

/// <summary>Reads a pattern of the RE2 form and writes the same for .NET: ASCII classes, <c>$</c> at the very end,
/// one code point where .NET sees two units. Bounds its size with every repetition unrolled.</summary>
internal sealed class PatternReader(string pattern)
{
    private const int LongestPattern = 1_000;
    private const int LargestSize = 2_000;
    private const int LargestRepeat = 1_000;
    private const int DeepestNesting = 50;
    private const string AnyUnit = @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\uD800-\uDFFF])";
    private const string AnyButLine = @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n\uD800-\uDFFF])";

    private readonly StringBuilder _output = new();
    private string _message = "The pattern is not a regular expression of the RE2 form";
    private int _at;
    private int _depth;
    private bool _dotAll;
    private bool _multiline;

    /// <summary>How many states the pattern has, about.</summary>
    public int Size { get; private set; }

    public bool TryRead(out string translated, out string message)
    {
        var read = pattern.Length <= LongestPattern && ReadAlternatives(out var size) && _at == pattern.Length
            && Fits(size);
        if (pattern.Length > LongestPattern) _message = $"The pattern is longer than {LongestPattern}";
        translated = _output.ToString();
        message = _message;
        return read;
    }

    private bool Fits(long size)
    {
        Size = (int)Math.Min(size + 1, int.MaxValue);
        if (size <= LargestSize) return true;
        _message = $"The pattern has more than {LargestSize} states";
        return false;
    }

    private bool ReadAlternatives(out long size)
    {
        size = 0;
        if (++_depth > DeepestNesting) return false;
        while (true)
        {
            if (!ReadSequence(out var branch)) return false;
            size += branch + 1;
            if (_at == pattern.Length || pattern[_at] != '|') break;
            _at++;
            _output.Append('|');
        }

        _depth--;
        return true;
    }

    private bool ReadSequence(out long size)
    {
        size = 0;
        while (_at < pattern.Length && pattern[_at] is not ('|' or ')'))
        {
            var start = _output.Length;
            if (!ReadAtom(out var atom) || !ReadRepeats(start, ref atom)) return false;
            size += atom;
            if (!Fits(size)) return false;
        }

        return true;
    }

    private bool ReadAtom(out long size)
    {
        size = 1;
        var unit = pattern[_at++];
        switch (unit)
        {
            case '(': return ReadGroup(out size);
            case '[': return PatternClass.TryRead(pattern, ref _at, _output);
            case '.': _output.Append(_dotAll ? AnyUnit : AnyButLine); return true;
            case '^': _output.Append(_multiline ? "(?m:^)" : @"\A"); return true;
            case '$': _output.Append(_multiline ? "(?m:$)" : @"\z"); return true;
            case '\\': return ReadEscape(ref size);
            case '*' or '+' or '?': return false;
            default:
                if (char.IsHighSurrogate(unit) && _at < pattern.Length && char.IsLowSurrogate(pattern[_at]))
                {
                    PatternClass.WriteCode(_output, char.ConvertToUtf32(unit, pattern[_at++]), inClass: false);
                }
                else
                {
                    PatternClass.WriteCode(_output, unit, inClass: false);
                }

                return true;
        }
    }

    private bool ReadRepeats(int start, ref long size)
    {
        if (_at == pattern.Length) return true;
        var (least, most) = (0, 0);
        switch (pattern[_at])
        {
            case '*' or '?': _output.Append(pattern[_at++]); break;
            case '+': _output.Append(pattern[_at++]); size *= 2; break;
            case '{' when TryCounts(out least, out most, out var text):
                if (least > LargestRepeat || most > LargestRepeat || (most >= 0 && most < least)) return false;
                _output.Append(text);
                size *= Math.Max(Math.Max(least, most), 1) + 1;
                break;
            default: return true;
        }

        if (_at < pattern.Length && pattern[_at] == '?') _output.Append(pattern[_at++]);
        return _at == pattern.Length || (pattern[_at] is not ('*' or '+' or '?') && !TryCounts(out _, out _, out _));
    }

    private bool TryCounts(out int least, out int most, out string text)
    {
        (least, most, text) = (0, -1, "");
        var end = _at < pattern.Length && pattern[_at] == '{' ? pattern.IndexOf('}', _at) : -1;
        if (end < 0) return false;
        var parts = pattern[(_at + 1)..end].Split(',');
        if (parts.Length > 2 || !TryNumber(parts[0], out least)) return false;
        if (parts.Length == 1) most = least;
        else if (parts[1].Length > 0 && !TryNumber(parts[1], out most)) return false;
        text = pattern[_at..(end + 1)];
        _at = end + 1;
        return true;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private bool ReadGroup(out long size)
    {
        size = 0;
        var (dotAll, multiline) = (_dotAll, _multiline);
        if (_at < pattern.Length && pattern[_at] == '?')
        {
            _at++;
            if (!ReadGroupKind(out var isFlagOnly)) return false;
            if (isFlagOnly) return true;
        }
        else
        {
            _output.Append("(?:");
        }

        if (!ReadAlternatives(out size) || _at == pattern.Length || pattern[_at] != ')') return false;
        _at++;
        _output.Append(')');
        (_dotAll, _multiline) = (dotAll, multiline);
        return true;
    }

    /// <summary><c>(?:</c>, <c>(?P&lt;name&gt;</c>, <c>(?i)</c>, <c>(?i-s:</c>: names are dropped, nobody asks for
    /// them.</summary>
    private bool ReadGroupKind(out bool isFlagOnly)
    {
        isFlagOnly = false;
        var end = pattern.IndexOf('>', _at);
        if (_at < pattern.Length && pattern[_at] == 'P') _at++;
        if (_at < pattern.Length && pattern[_at] == '<')
        {
            var name = end < 0 ? "" : pattern[(_at + 1)..end];
            _at = end + 1;
            _output.Append("(?:");
            return name.Length > 0 && name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '_');
        }

        var on = true;
        _output.Append("(?");
        for (; _at < pattern.Length && pattern[_at] is not (')' or ':'); _at++)
        {
            if (pattern[_at] == 's') _dotAll = on;
            else if (pattern[_at] == 'm') _multiline = on;
            else if (pattern[_at] == '-' && on) on = false;
            else if (pattern[_at] != 'i') return false;
            _output.Append(pattern[_at]);
        }

        if (_at == pattern.Length) return false;
        isFlagOnly = pattern[_at] == ')';
        _output.Append(pattern[_at++]);
        return true;
    }

    private bool ReadEscape(ref long size)
    {
        if (_at == pattern.Length) return false;
        switch (pattern[_at])
        {
            case 'A': _at++; _output.Append(@"\A"); return true;
            case 'z': _at++; _output.Append(@"\z"); return true;
            case 'b' or 'B':
                // .NET has no ASCII-only word boundary in this engine; letters of other scripts count as words here.
                _output.Append('\\').Append(pattern[_at++]);
                return true;
            case 'Q':
                var end = pattern.IndexOf(@"\E", _at + 1, StringComparison.Ordinal);
                var quoted = pattern[(_at + 1)..(end < 0 ? pattern.Length : end)];
                _at = end < 0 ? pattern.Length : end + 2;
                _output.Append("(?:");
                foreach (var rune in quoted.EnumerateRunes())
                {
                    PatternClass.WriteCode(_output, rune.Value, inClass: false);
                }

                _output.Append(')');
                size = quoted.Length + 1;
                return true;
            default:
                _at--;
                return PatternClass.TryReadEscape(pattern, ref _at, _output);
        }
    }
}
