using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Heluo.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Heluo.Registry.Http;

/// <summary>
/// Which words each endpoint of the programming surface reads from the query, told by its handler's parameters. What
/// no endpoint reads is refused, so that a misspelt filter is never taken for none. Pages take whatever a link carries.
/// </summary>
internal sealed class QueryWords
{
    private const string Surface = "/api";

    private readonly ConcurrentDictionary<RouteEndpoint, FrozenDictionary<string, bool>> known = new();

    /// <summary>Null; or <c>request.unknown_word</c>, <c>request.repeated_word</c>, naming all such.</summary>
    internal Refusal? Check(HttpRequest request, RouteEndpoint endpoint)
    {
        if (!request.QueryString.HasValue
            || !request.Path.StartsWithSegments(Surface, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var words = known.GetOrAdd(endpoint, static one => Of(one));
        var (unknown, repeated) = (new List<string>(), new List<string>());
        foreach (var (word, values) in request.Query)
        {
            if (!words.TryGetValue(word, out var many))
            {
                unknown.Add(word);
            }
            else if (!many && values.Count > 1)
            {
                repeated.Add(word);
            }
        }

        return unknown.Count > 0 ? RequestRefusals.UnknownWord(unknown, words.Keys)
            : repeated.Count > 0 ? RequestRefusals.RepeatedWord(repeated)
            : null;
    }

    /// <summary>The words of an endpoint, and whether each may stand more than once.</summary>
    internal static FrozenDictionary<string, bool> Of(RouteEndpoint endpoint) => endpoint.Metadata
        .OfType<IParameterBindingMetadata>()
        .Where(parameter => IsOfQuery(parameter, endpoint))
        .Select(parameter => (Name: NameOf(parameter), Type: parameter.ParameterInfo.ParameterType))
        .DistinctBy(word => word.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(
            word => word.Name,
            word => word.Type.IsArray || word.Type == typeof(StringValues),
            StringComparer.OrdinalIgnoreCase);

    private static bool IsOfQuery(IParameterBindingMetadata parameter, RouteEndpoint endpoint)
    {
        if (Said<IFromQueryMetadata>(parameter) is not null)
        {
            return true;
        }

        var type = parameter.ParameterInfo.ParameterType;
        return !parameter.HasBindAsync
            && (parameter.HasTryParse || type == typeof(string) || type == typeof(StringValues) || type.IsArray)
            && endpoint.RoutePattern.GetParameter(parameter.Name) is null
            && Said<IFromBodyMetadata>(parameter) is null
            && Said<IFromHeaderMetadata>(parameter) is null
            && Said<IFromFormMetadata>(parameter) is null
            && Said<IFromRouteMetadata>(parameter) is null
            && Said<IFromServiceMetadata>(parameter) is null;
    }

    private static string NameOf(IParameterBindingMetadata parameter) =>
        Said<IFromQueryMetadata>(parameter)?.Name ?? parameter.Name;

    private static T? Said<T>(IParameterBindingMetadata parameter)
        where T : class =>
        parameter.ParameterInfo.GetCustomAttributes(inherit: true).OfType<T>().FirstOrDefault();
}
