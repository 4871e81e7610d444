using Heluo.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Heluo.Cases;

/// <summary>One part of an upload; its content is read before the next part is asked for.</summary>
/// <param name="Field">Name of the field in a form; null for a bare body.</param>
/// <param name="FileName">Name of the file as the sender gave it; null when it is no file.</param>
/// <param name="Content">The bytes, not yet read.</param>
public sealed record UploadPart(string? Field, string? FileName, Stream Content);

/// <summary>Reads uploads part by part, without keeping them in memory: a multipart form, or one file as the whole
/// body.</summary>
public sealed class UploadBody
{
    /// <summary>Most bytes of one request that uploads.</summary>
    public const long MostBytes = 24L << 20;

    /// <summary>Most parts of one form.</summary>
    public const int MostParts = 40;

    private const int LongestBoundary = 100;
    private readonly MultipartReader? form;
    private UploadPart? whole;
    private int parts;

    private UploadBody(MultipartReader form) => this.form = form;

    private UploadBody(UploadPart whole) => this.whole = whole;

    /// <summary>The upload of a request. Refuses <c>upload.form</c>.</summary>
    /// <param name="request">The request; its body is read part by part.</param>
    /// <param name="name">What a file that is the whole body is called.</param>
    public static Outcome<UploadBody> Of(HttpRequest request, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true)
        {
            return new UploadBody(new UploadPart(
                null, name is { Length: > 0 } ? name : null, request.Body));
        }

        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= LongestBoundary } boundary
            ? new UploadBody(
                new MultipartReader(boundary, request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 4096 })
            : Broken();
    }

    /// <summary>The next part; null after the last. Refuses <c>upload.form</c>.</summary>
    public async Task<Outcome<UploadPart?>> NextAsync(CancellationToken ct)
    {
        if (form is null)
        {
            (var only, whole) = (whole, null);
            return only;
        }

        try
        {
            if (await form.ReadNextSectionAsync(ct) is not { } section)
            {
                return (UploadPart?)null;
            }

            return ++parts <= MostParts
                && ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var said)
                ? new UploadPart(
                    HeaderUtilities.RemoveQuotes(said.Name).ToString(),
                    FileName(said),
                    section.Body)
                : Broken();
        }
        catch (Exception broken) when (
            broken is InvalidDataException || (broken is IOException && broken is not BadHttpRequestException))
        {
            return Broken();
        }
    }

    private static string? FileName(ContentDispositionHeaderValue said)
    {
        var name =
            HeaderUtilities.RemoveQuotes(said.FileNameStar.HasValue ? said.FileNameStar : said.FileName).ToString();
        return name.Length > 0 ? name : null;
    }

    private static Refusal Broken() =>
        new(RefusalKind.Invalid, "upload.form", "The form cannot be read as one of files and fields.");
}

/// <summary>Marks endpoints that take files.</summary>
public static class UploadEndpoints
{
    /// <summary>Lets an endpoint take a body of up to <see cref="UploadBody.MostBytes"/>; every other takes
    /// little.</summary>
    public static TBuilder TakesFiles<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RequestSizeLimitAttribute(UploadBody.MostBytes));
}
