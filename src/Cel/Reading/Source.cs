namespace Heluo.Cel.Reading;

/// <summary>The text of an expression and its lines.</summary>
internal sealed class Source
{
    private readonly List<int> _lines = [0];

    public Source(string text)
    {
        Text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') _lines.Add(i + 1);
        }
    }

    public string Text { get; }

    public CelPosition At(int offset)
    {
        var line = _lines.BinarySearch(offset);
        if (line < 0) line = ~line - 1;
        return new CelPosition(line + 1, offset - _lines[line] + 1);
    }
}
