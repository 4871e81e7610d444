using Heluo.Kernel;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Heluo.Hosting;

/// <summary>Turns what escaped every rule into a problem with a stable code, and a bare status into one too.</summary>
internal static class Failures
{
    public static void UseFailures(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = static context => AnswerAsync(
                context, Status(context.Features.Get<IExceptionHandlerFeature>()!.Error)),
            SuppressDiagnosticsCallback = static caught => Status(caught.Exception) < 500,
        });
        app.UseStatusCodePages(static bare => AnswerAsync(bare.HttpContext, bare.HttpContext.Response.StatusCode));
    }

    private static Task AnswerAsync(HttpContext context, int status)
    {
        if (Refusal(context, status) is not { } refusal)
        {
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        return RefusalPages.For(context) is { } page ? page(context, refusal, status)
            : Problem.WriteAsync(context, refusal, status);
    }

    private static int Status(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException or InvalidDataException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Refusal? Refusal(HttpContext context, int status) => status switch
    {
        StatusCodes.Status400BadRequest when IsAntiforgery(context) => HostRefusals.FormToken,
        StatusCodes.Status400BadRequest when HasNoBody(context.Request) => HostRefusals.Parameter,
        StatusCodes.Status400BadRequest => HostRefusals.Body,
        StatusCodes.Status404NotFound => HostRefusals.NoSuchPath,
        StatusCodes.Status405MethodNotAllowed => HostRefusals.Method,
        StatusCodes.Status406NotAcceptable => HostRefusals.NotAcceptable,
        StatusCodes.Status408RequestTimeout => HostRefusals.Slow,
        StatusCodes.Status413PayloadTooLarge => HostRefusals.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => HostRefusals.MediaType,
        StatusCodes.Status416RangeNotSatisfiable => HostRefusals.Range,
        StatusCodes.Status500InternalServerError => HostRefusals.Broken,
        >= 400 and < 500 => HostRefusals.Body,
        _ => null,
    };

    // Nothing but its address can be wrong with it.
    private static bool HasNoBody(HttpRequest request) =>
        request.ContentLength is null or 0 && !request.Headers.TransferEncoding.Any()
        && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsDelete(request.Method));

    private static bool IsAntiforgery(HttpContext context) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false };
}
