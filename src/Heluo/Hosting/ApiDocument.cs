using System.Text.RegularExpressions;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Heluo.Hosting;

/// <summary>The OpenAPI 3.1 document of the programming surface, at <see cref="Path"/>.</summary>
internal static partial class ApiDocument
{
    public const string Name = "v1";
    public const string Path = "/openapi/v1.json";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, document =>
    {
        document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        document.ShouldInclude = static endpoint =>
            endpoint.RelativePath?.StartsWith("api/", StringComparison.OrdinalIgnoreCase) == true;
        // Two slices may each nest a Request; without its declaring type they would share one schema.
        document.CreateSchemaReferenceId = static info =>
            info.Type is { DeclaringType: { } outer, IsGenericType: false }
                ? $"{outer.Name}{info.Type.Name}"
                : OpenApiOptions.CreateDefaultSchemaReferenceId(info);
        document.AddOperationTransformer(static (operation, context, _) =>
        {
            operation.Summary ??= Sentence(operation.OperationId);
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            operation.Description ??= Admitted(metadata);
            ApiHeaders.Declare(operation, context.Description.HttpMethod, metadata, context.Document!);
            return Task.CompletedTask;
        });
        document.AddDocumentTransformer(static (api, _, _) =>
        {
            api.Info = new OpenApiInfo
            {
                Title = "Heluo",
                Version = Name,
                Description = "The programming surface of an open city brain. "
                    + "Refusals are application/problem+json with stable codes.",
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };
            api.Servers = []; // the document is the same wherever it is served
            return Task.CompletedTask;
        });
    });

    public static void MapApiDocument(this WebApplication app) =>
        app.MapOpenApi("/openapi/{documentName}.json").Admits(Access.Public);

    // ListCases reads as "List cases".
    private static string? Sentence(string? name) => string.IsNullOrEmpty(name)
        ? null
        : name[..1] + Capital().Replace(name[1..], static match => $" {match.Value.ToLowerInvariant()}");

    private static string? Admitted(IList<object> metadata) =>
        metadata.OfType<Access>().LastOrDefault() is { } access ? $"Admits {access}." : null;

    [GeneratedRegex("[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Capital();
}
