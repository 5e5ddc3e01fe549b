using System.Security.Cryptography;

namespace CoCreateStudio.Shell;

/// <summary>
/// The strictest policy that Blazor and Radzen work under: scripts from here or with the page's nonce, no inline style sheets
/// (style attributes yes: virtual rows and popups need them), no frames, nothing from elsewhere.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public const string Nonce = "nonce";

    public Task InvokeAsync(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[Nonce] = nonce;

        // At the last moment: what fails on the way starts its answer anew, without the headers it had.
        context.Response.OnStarting(() => AddTo(context.Response.Headers, nonce));
        return next(context);
    }

    private static Task AddTo(IHeaderDictionary headers, string nonce)
    {
        // What somebody brought is answered with a policy of its own, in which nothing runs.
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'self'; "
            + $"script-src 'self' 'nonce-{nonce}'; style-src 'self'; style-src-attr 'unsafe-inline'; "
            + "img-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
