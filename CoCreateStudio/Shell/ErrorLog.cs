using Microsoft.AspNetCore.Diagnostics;

namespace CoCreateStudio.Shell;

/// <summary>Writes what no page caught, once, with the number that the error page shows. The pattern of the address and not the address: that may hold a secret.</summary>
internal sealed class ErrorLog(ILogger<ErrorLog> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var page = (httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText;
        log.LogError(exception, "Error {ErrorNumber} on {Method} {Page}", ErrorNumber.Of(httpContext), httpContext.Request.Method, page);
        return ValueTask.FromResult(false);
    }
}
