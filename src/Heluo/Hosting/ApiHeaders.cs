using System.Globalization;
using System.Reflection;
using Heluo.Registry.Http;
using Microsoft.OpenApi;

namespace Heluo.Hosting;

/// <summary>
/// The headers and the refusals that follow from what an endpoint is, declared for every operation alike: a key where a
/// change is told by whom, If-Match where a version is demanded, ETag where one is given, the rate for everybody.
/// </summary>
internal static class ApiHeaders
{
    private const int Default = 0;

    public static void Declare(
        OpenApiOperation operation, string? method, IList<object> metadata, OpenApiDocument document)
    {
        operation.Parameters ??= [];
        if (!HttpMethods.IsGet(method ?? "") && TakesCaller(metadata))
        {
            operation.Parameters.Add(IdempotencyKey());
        }

        if (metadata.OfType<VersionNeeded>().Any())
        {
            operation.Parameters.Add(IfMatch());
            Refuse(operation, document, StatusCodes.Status412PreconditionFailed, "Precondition Failed");
        }

        if (metadata.OfType<VersionGiven>().Any())
        {
            GiveVersion(operation);
        }

        Refuse(operation, document, StatusCodes.Status429TooManyRequests, "Too Many Requests").Headers =
            new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal) { ["Retry-After"] = RetryAfter() };
        Refuse(operation, document, Default, "Any other refusal");
    }

    private static bool TakesCaller(IList<object> metadata) => metadata.OfType<MethodInfo>()
        .Any(static handler => handler.GetParameters().Any(static one => one.ParameterType == typeof(Caller)));

    private static void GiveVersion(OpenApiOperation operation)
    {
        foreach (var (_, response) in operation.Responses!.Where(static one => one.Key[0] == '2'))
        {
            ((OpenApiResponse)response).Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                ["ETag"] = new OpenApiHeader
                {
                    Description = "The version, which the next change names in If-Match.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            };
        }
    }

    private static OpenApiResponse Refuse(
        OpenApiOperation operation, OpenApiDocument document, int status, string description)
    {
        var response = new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [Problem.MediaType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), document) },
            },
        };
        operation.Responses ??= [];
        operation.Responses[status == Default ? "default" : status.ToString(CultureInfo.InvariantCulture)] = response;
        return response;
    }

    private static OpenApiParameter IdempotencyKey() => new()
    {
        Name = "Idempotency-Key",
        In = ParameterLocation.Header,
        Description = "The sender's own id of this request; the same key by the same caller gets the first answer "
            + "again. Without one a repeated request is a new one.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Za-z0-9_-]{8,64}$" },
    };

    private static OpenApiParameter IfMatch() => new()
    {
        Name = "If-Match",
        In = ParameterLocation.Header,
        Required = true,
        Description = "The version that was seen, as the ETag gave it.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^\"[0-9]{1,19}\"$" },
    };

    private static OpenApiHeader RetryAfter() => new()
    {
        Description = "After how many seconds to try again.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
    };
}
