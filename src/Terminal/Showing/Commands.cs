using Heluo.Registry.Http;
using Microsoft.AspNetCore.Http;

namespace Heluo.Terminal.Showing;

/// <summary>The id of a command that a form carries.</summary>
internal static class Commands
{
    private const int Shortest = 8;
    private const int Longest = 64;

    /// <summary>The id the page was drawn with: pressing twice, or going back and pressing again, acts once.</summary>
    public static string Of(IFormCollection form, Caller caller) =>
        form["command"].ToString() is { Length: >= Shortest and <= Longest } sent
            && sent.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_')
                ? sent
                : caller.CommandId;
}
