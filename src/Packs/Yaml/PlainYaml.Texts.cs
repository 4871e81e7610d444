using System.Text;

namespace Heluo.Packs;

/// <content>Blanks, keys and single values.</content>
internal sealed partial class PlainYaml
{
    // What a plain text may not begin with; "-" may, when no blank follows.
    private const string Marks = "?:,[]{}#&*!|>'\"%@`";

    private bool IsLineOver =>
        text[place] == '\n' || (text[place] == '#' && (place == lineStart || text[place - 1] == ' '));

    private void SkipBlanks()
    {
        while (text[place] == ' ')
        {
            place++;
        }
    }

    private void NextLine()
    {
        place = text.IndexOf('\n', place) + 1;
        lineStart = place;
        line++;
    }

    /// <summary>Goes to the next thing that is neither blank nor comment; false at the end of the file. A mark that
    /// ends a document counts as the end, so that whoever reads on finds that there is more.</summary>
    private bool SkipToContent()
    {
        while (!IsEnd)
        {
            SkipBlanks();
            if (!IsLineOver)
            {
                return Column > 0 || !IsDocumentMark(text.AsSpan(place));
            }

            NextLine();
        }

        return false;
    }

    private static bool IsDocumentMark(ReadOnlySpan<char> rest) => rest.StartsWith("---") || rest.StartsWith("...");

    /// <summary>Whether a key stands here: a text on this line that a colon ends.</summary>
    private bool IsKeyAhead()
    {
        var (before, counted) = (place, nodes);
        var isKey = text[place] is not ('[' or '{' or '|' or '>') && Key() is not null;
        (place, nodes) = (before, counted);
        return isKey;
    }

    /// <summary>The key here, and past its colon; null when there is none.</summary>
    private string? Key()
    {
        if (text[place] is '"' or '\'')
        {
            nodes--; // the key of a map is counted with its entry
            return Quoted() is { } quoted && IsColon() ? quoted.Text : null;
        }

        var begin = place;
        for (var i = begin; IsPlainStart(begin) && text[i] != '\n'; i++)
        {
            if (text[i] == ':' && text[i + 1] is ' ' or '\n')
            {
                place = i + 1;
                return text[i - 1] == ' ' ? null : text[begin..i];
            }

            if (text[i] == '#' && text[i - 1] == ' ')
            {
                return null;
            }
        }

        return null;
    }

    private bool IsColon()
    {
        if (text[place] != ':' || text[place + 1] is not (' ' or '\n'))
        {
            return false;
        }

        place++;
        return true;
    }

    private bool IsPlainStart(int at) =>
        !Marks.Contains(text[at]) && (text[at] != '-' || text[at + 1] is not (' ' or '\n'));

    /// <summary>An unquoted text that ends with its line; null when a deeper line would carry it on.</summary>
    private PackScalar? Plain(int column)
    {
        if (!IsPlainStart(place))
        {
            return null;
        }

        var (begin, at) = (place, At);
        for (; text[place] != '\n'; place++)
        {
            if (text[place] == ':' && text[place + 1] is ' ' or '\n')
            {
                return null;
            }

            if (text[place] == '#' && text[place - 1] == ' ')
            {
                break;
            }
        }

        var words = text.AsSpan(begin, place - begin).TrimEnd(' ');
        var isCut = text[place] == '#';
        nodes++;
        return isCut || !IsCarriedOn(column) ? new PackScalar(at, words.ToString(), plain: true) : null;
    }

    private bool IsCarriedOn(int column)
    {
        var (before, beforeStart, beforeLine) = (place, lineStart, line);
        NextLine();
        var isDeeper = SkipToContent() && Column > column;
        (place, lineStart, line) = (before, beforeStart, beforeLine);
        return isDeeper;
    }

    /// <summary>A quoted text that ends on its line; null when it does not, or holds an escape other than of a quote
    /// or a backslash.</summary>
    private PackScalar? Quoted()
    {
        var (mark, begin, escapes) = (text[place], place + 1, false);
        for (var i = begin; text[i] != '\n'; i++)
        {
            if (mark == '"' && text[i] == '\\')
            {
                if (text[++i] is not ('"' or '\\'))
                {
                    return null;
                }

                escapes = true;
            }
            else if (text[i] == mark && mark == '\'' && text[i + 1] == mark)
            {
                i++;
                escapes = true;
            }
            else if (text[i] == mark)
            {
                place = i + 1;
                nodes++;
                var words = text.AsSpan(begin, i - begin);
                return new PackScalar(At, escapes ? Unescaped(words, mark) : words.ToString(), plain: false);
            }
        }

        return null;
    }

    private static string Unescaped(ReadOnlySpan<char> written, char mark)
    {
        var (escape, words) = (mark == '"' ? '\\' : mark, new StringBuilder(written.Length));
        for (var i = 0; i < written.Length; i++)
        {
            i += written[i] == escape ? 1 : 0;
            words.Append(written[i]);
        }

        return words.ToString();
    }
}
