using Heluo.Kernel;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Heluo.Hosting;

/// <summary>Turns what escaped every rule into a refusal with a stable code, and a bare status into one too.</summary>
internal static class Failures
{
    public static void UseFailures(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = static context =>
                Refusal(context.Features.Get<IExceptionHandlerFeature>()!.Error).ToResult().ExecuteAsync(context),
            SuppressDiagnosticsCallback = static caught => caught.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(static bare => Bare(bare.HttpContext.Response.StatusCode) is { } refusal
            ? refusal.ToResult().ExecuteAsync(bare.HttpContext)
            : Task.CompletedTask);
    }

    private static Refusal Refusal(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => HostRefusals.TooLarge,
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => HostRefusals.MediaType,
        BadHttpRequestException { InnerException: AntiforgeryValidationException } => HostRefusals.Antiforgery,
        AntiforgeryValidationException => HostRefusals.Antiforgery,
        BadHttpRequestException => HostRefusals.Body,
        InvalidDataException => HostRefusals.Body,
        _ => HostRefusals.Broken,
    };

    private static Refusal? Bare(int status) => status switch
    {
        StatusCodes.Status400BadRequest => HostRefusals.Body,
        StatusCodes.Status404NotFound => HostRefusals.NoSuchPath,
        StatusCodes.Status405MethodNotAllowed => HostRefusals.Method,
        StatusCodes.Status413PayloadTooLarge => HostRefusals.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => HostRefusals.MediaType,
        _ => null,
    };
}
