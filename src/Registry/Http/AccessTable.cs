using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Registry.Http;

/// <summary>One endpoint of the house and who may knock at it.</summary>
/// <param name="Name">What the endpoint calls itself, for messages.</param>
/// <param name="Methods">Its HTTP methods; empty when it answers to all.</param>
/// <param name="Route">Its route pattern, e.g. <c>/api/v1/cases/{number}</c>.</param>
/// <param name="Access">Who may knock; null when it forgot to say.</param>
public sealed record EndpointAccess(string Name, ImmutableArray<string> Methods, string Route, Access? Access);

/// <summary>Reads and checks who may knock where.</summary>
public static class AccessTable
{
    /// <summary>Declares who may knock at the endpoint, or at every endpoint of a group that does not say
    /// otherwise.</summary>
    public static TBuilder Admits<TBuilder>(this TBuilder endpoints, Access access)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(access);
        endpoints.WithMetadata(access);
        return endpoints;
    }

    /// <summary>Every endpoint that has been mapped, with who may knock.</summary>
    public static ImmutableArray<EndpointAccess> Read(EndpointDataSource endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return
        [
            .. endpoints.Endpoints.OfType<RouteEndpoint>().Select(endpoint => new EndpointAccess(
                endpoint.DisplayName ?? "?",
                [.. endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []],
                "/" + endpoint.RoutePattern.RawText?.TrimStart('/'),
                endpoint.Metadata.GetMetadata<Access>())),
        ];
    }

    /// <summary>
    /// Stops the start when any endpoint mapped so far does not say who may knock. Call after the last mapping.
    /// </summary>
    /// <exception cref="InvalidOperationException">Names every such endpoint.</exception>
    public static void CheckAccess(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseEndpoints(static _ => { }); // routing takes the endpoints as they stand, and makes each but once
        var silent = Read(app.Services.GetRequiredService<EndpointDataSource>())
            .Where(endpoint => endpoint.Access is null or { Admission: Admission.None })
            .Select(endpoint => $"{string.Join(',', endpoint.Methods)} {endpoint.Route}")
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        if (silent.Length > 0)
        {
            throw new InvalidOperationException(
                $"access.undeclared: {silent.Length} doors do not say who may knock: {string.Join("; ", silent)}");
        }
    }
}
