using System.Collections.Immutable;
using System.Text;
using Heluo.Packs;

namespace Heluo.Services;

/// <summary>Takes the text of a template apart, from front to back, once.</summary>
internal sealed class TemplateReading(string source, PackAt at)
{
    private const string Each = "#each ";
    private readonly ImmutableArray<TemplateBlock>.Builder blocks = ImmutableArray.CreateBuilder<TemplateBlock>();
    private readonly ImmutableArray<PackFault>.Builder faults = ImmutableArray.CreateBuilder<PackFault>();
    private readonly List<TemplatePart> parts = [];
    private readonly StringBuilder words = new();
    private CelText? over;
    private int line;

    public TemplateText Read()
    {
        var place = 0;
        while (place < source.Length)
        {
            if (source.AsSpan(place).StartsWith("{{", StringComparison.Ordinal))
            {
                var end = End(place + 2);
                if (end < 0)
                {
                    Fault("document.unclosed", "An expression that begins with {{ has no }}.");
                    break;
                }

                Take(source[(place + 2)..end].Trim());
                line += source.AsSpan(place, end - place).Count('\n');
                place = end + 2;
                continue;
            }

            if (source[place] == '\n')
            {
                line++;
            }

            if (over is null && source.AsSpan(place).StartsWith("\n\n", StringComparison.Ordinal))
            {
                Close();
            }

            words.Append(source[place++]);
        }

        if (over is not null)
        {
            Fault("document.unclosed", "A {{#each …}} has no {{/each}}.");
        }

        Close();
        return new TemplateText(source, blocks.ToImmutable(), faults.ToImmutable());
    }

    private void Take(string inside)
    {
        if (inside.StartsWith(Each, StringComparison.Ordinal))
        {
            if (over is not null)
            {
                Fault("document.nested", "One {{#each …}} stands in another.");
            }

            Close();
            over = Rule(inside[Each.Length..].Trim());
        }
        else if (inside == "/each")
        {
            if (over is null)
            {
                Fault("document.unopened", "An {{/each}} has no {{#each …}}.");
            }

            Close();
        }
        else if (inside.Length == 0)
        {
            Fault("document.empty", "An expression is empty.");
        }
        else
        {
            Words();
            parts.Add(new TemplatePart("", Rule(inside)));
        }
    }

    private void Close()
    {
        Words();
        if (parts.Count > 0 && (
            over is not null || parts.Any(part => part.Rule is not null || part.Words.Trim().Length > 0)))
        {
            blocks.Add(new TemplateBlock(over, [.. parts]));
        }

        parts.Clear();
        over = null;
    }

    private void Words()
    {
        if (words.Length > 0)
        {
            parts.Add(new TemplatePart(words.ToString(), Rule: null));
            words.Clear();
        }
    }

    // A quoted text may hold braces.
    private int End(int from)
    {
        var quote = '\0';
        for (var i = from; i + 1 < source.Length; i++)
        {
            var sign = source[i];
            if (quote != '\0')
            {
                quote = sign == quote ? '\0' : quote;
                i += sign == '\\' ? 1 : 0;
            }
            else if (sign is '\'' or '"')
            {
                quote = sign;
            }
            else if (sign == '}' && source[i + 1] == '}')
            {
                return i;
            }
        }

        return -1;
    }

    private CelText Rule(string inside) => new(inside, Here());

    private void Fault(string code, string message) => faults.Add(new PackFault(Here(), code, message));

    private PackAt Here() => at with { Line = at.Line == 0 ? 0 : at.Line + line };
}
