using System.Globalization;
using Heluo.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Heluo.Registry.Http;

/// <summary>Reads what a request says about itself in its headers.</summary>
internal static class CallerHeaders
{
    private const int ShortestKey = 8;
    private const int LongestKey = 64;

    internal static Outcome<Caller> Read(HttpRequest request, Actor actor, Ids ids)
    {
        if (!Key(request.Headers["Idempotency-Key"], ids).TryGet(out var key, out var refusal))
        {
            return refusal;
        }

        if (!Version(request.Headers.IfMatch).TryGet(out var version, out refusal))
        {
            return refusal;
        }

        return new Caller(actor, key, version.Seen);
    }

    /// <summary>
    /// Whether a page of another site asks for a change with this browser's cookie. Browsers say so themselves;
    /// who sends neither header is no browser and carries no ambient cookie.
    /// </summary>
    internal static bool IsCrossSite(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return false;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is not ("same-origin" or "none");
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static Outcome<string> Key(StringValues sent, Ids ids)
    {
        if (StringValues.IsNullOrEmpty(sent))
        {
            return ids.Next();
        }

        var key = sent.ToString();
        return key.Length is >= ShortestKey and <= LongestKey
            && key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_')
            ? key
            : RequestRefusals.IdempotencyKey;
    }

    private static Outcome<Precondition> Version(StringValues sent)
    {
        if (StringValues.IsNullOrEmpty(sent))
        {
            return new Precondition(Seen: null);
        }

        var tag = sent.ToString();
        return tag.Length is > 2 and <= 21 && tag[0] == '"' && tag[^1] == '"'
            && long.TryParse(tag.AsSpan()[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? new Precondition(seen)
            : RequestRefusals.IfMatch;
    }

    private readonly record struct Precondition(long? Seen);
}
