using System.Text;

namespace Heluo.Packs;

/// <content>Texts of several lines: literal after <c>|</c>, folded after <c>&gt;</c>, the last line end kept or, with
/// <c>-</c>, dropped.</content>
internal sealed partial class PlainYaml
{
    private PackScalar? Lines(int column)
    {
        var (at, isFolded) = (At, text[place] == '>');
        place++;
        var isStripped = text[place] == '-';
        place += isStripped ? 1 : 0;
        if (text[place] != '\n')
        {
            return null;
        }

        NextLine();
        var words = new StringBuilder();
        if (IsEnd || Indent() is not { } indent || indent <= column || text[place + indent] == '#')
        {
            return null;
        }

        for (var skipped = 0; !IsEnd; NextLine())
        {
            if (Indent() is not { } depth)
            {
                skipped++;
                if (text.IndexOf('\n', place) - place > indent)
                {
                    return null; // blanks beyond the text's own indent belong to it
                }

                continue;
            }

            if (depth < indent)
            {
                break;
            }

            if (depth > indent && isFolded)
            {
                return null;
            }

            Join(words, isFolded, skipped);
            words.Append(text, place + indent, text.IndexOf('\n', place) - place - indent);
            skipped = 0;
        }

        nodes++;
        var end = isStripped ? "" : "\n";
        return new PackScalar(at, words.Append(end).ToString(), plain: false, block: true);
    }

    private static void Join(StringBuilder words, bool isFolded, int skipped)
    {
        if (words.Length > 0)
        {
            words.Append(isFolded && skipped == 0 ? " " : new string('\n', isFolded ? skipped : skipped + 1));
        }
    }

    /// <summary>How many blanks the line begins with; null when it holds nothing.</summary>
    private int? Indent()
    {
        var end = place;
        while (text[end] == ' ')
        {
            end++;
        }

        return text[end] == '\n' ? null : end - place;
    }
}
