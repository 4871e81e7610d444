using System.Text.RegularExpressions;

namespace Heluo.Packs;

/// <summary>
/// Which unquoted words YAML 1.2 (core schema, §10.3.2) reads as something else than text. A text that looks like one of
/// them must be quoted, so that this reader and an editor's schema never disagree.
/// </summary>
internal static partial class YamlTypes
{
    public static bool IsBoolean(PackScalar scalar) =>
        scalar.Plain && scalar.Text is "true" or "false" or "True" or "False" or "TRUE" or "FALSE";

    public static bool IsNumber(PackScalar scalar) => scalar.Plain && Number().IsMatch(scalar.Text);

    public static bool IsText(PackScalar scalar) => !scalar.IsNothing && !IsBoolean(scalar) && !IsNumber(scalar);

    [GeneratedRegex(
        @"^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
