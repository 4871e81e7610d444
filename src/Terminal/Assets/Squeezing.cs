using System.Text;
using System.Text.RegularExpressions;

namespace Heluo.Terminal.Assets;

/// <summary>Takes comments and needless white space out of a style sheet, so that its source can be read and its
/// copy is small.</summary>
internal static partial class Squeezing
{
    public static byte[] Style(byte[] style)
    {
        var text = Comment().Replace(Encoding.UTF8.GetString(style), "");
        text = Space().Replace(text, " ");
        text = Around().Replace(text, "${mark}");
        text = AfterColon().Replace(text, ":");
        return Encoding.UTF8.GetBytes(text.Replace(";}", "}", StringComparison.Ordinal).Trim());
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();

    [GeneratedRegex(@" ?(?<mark>[{};,>]) ?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Around();

    [GeneratedRegex(@": ", RegexOptions.None, 1000)]
    private static partial Regex AfterColon();
}
