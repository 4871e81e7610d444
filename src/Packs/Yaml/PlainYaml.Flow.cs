using System.Runtime.InteropServices;

namespace Heluo.Packs;

/// <content>Maps and lists in brackets.</content>
internal sealed partial class PlainYaml
{
    private PackList? FlowList(int column, int depth)
    {
        nodes++;
        var (at, items) = (At, new List<PackNode>());
        place++;
        for (var first = true; FlowNext(column, ']', first) is { } more; first = false)
        {
            if (!more)
            {
                return new PackList(at, ImmutableCollectionsMarshal.AsImmutableArray(items.ToArray()));
            }

            if (FlowNode(column, depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return null;
    }

    private PackMap? FlowMap(int column, int depth)
    {
        nodes++;
        var (at, entries) = (At, new List<PackEntry>());
        place++;
        for (var first = true; FlowNext(column, '}', first) is { } more; first = false)
        {
            if (!more)
            {
                return new PackMap(at, ImmutableCollectionsMarshal.AsImmutableArray(entries.ToArray()));
            }

            var keyAt = At;
            if (FlowText() is not { } key || !IsColon() || IsTaken(key.Text, entries))
            {
                return null;
            }

            SkipBlanks();
            if (FlowNode(column, depth + 1) is not { } value)
            {
                return null;
            }

            entries.Add(new PackEntry(key.Text, keyAt, value is PackMap inner ? inner.Under(key.Text) : value));
        }

        return null;
    }

    /// <summary>Goes to the next entry: true when there is one, false past the closing bracket, null when what stands
    /// here is neither.</summary>
    private bool? FlowNext(int column, char close, bool first)
    {
        if (!FlowBlanks(column))
        {
            return null;
        }

        if (text[place] == close)
        {
            place++;
            return false;
        }

        if (first)
        {
            return true;
        }

        if (text[place] != ',')
        {
            return null;
        }

        place++;
        return FlowBlanks(column) && text[place] != close ? true : null;
    }

    /// <summary>Blanks and line ends within brackets; false at a comment, at the end of the file and at a line that is
    /// no deeper than what the brackets belong to.</summary>
    private bool FlowBlanks(int column)
    {
        while (!IsEnd)
        {
            SkipBlanks();
            if (text[place] != '\n')
            {
                return text[place] != '#' && Column > column;
            }

            NextLine();
        }

        return false;
    }

    private PackNode? FlowNode(int column, int depth) => text[place] switch
    {
        '[' or '{' when depth > PackLimits.Depth => null,
        '[' => FlowList(column, depth),
        '{' => FlowMap(column, depth),
        _ => FlowText(),
    };

    /// <summary>A text within brackets, which ends where the entry does: before a comma, a bracket or the colon of a
    /// key.</summary>
    private PackScalar? FlowText()
    {
        if (text[place] is '"' or '\'')
        {
            return Quoted();
        }

        if (!IsPlainStart(place) || (text[place] == '-' && text[place + 1] is ',' or '[' or ']' or '{' or '}'))
        {
            return null;
        }

        var begin = place;
        while (text[place] is not (',' or ']' or '}' or '\n') && !(text[place] == ':' && text[place + 1] == ' '))
        {
            if (text[place] is '[' or '{' or '?' || (text[place] == '#' && text[place - 1] == ' ')
                || (text[place] == ':' && text[place + 1] is '\n' or ',' or '[' or ']' or '{' or '}'))
            {
                return null;
            }

            place++;
        }

        var words = text.AsSpan(begin, place - begin).TrimEnd(' ');
        if (words.IsEmpty || (text[place] == ':' && text[place - 1] == ' '))
        {
            return null;
        }

        nodes++;
        return new PackScalar(At, words.ToString(), plain: true);
    }
}
