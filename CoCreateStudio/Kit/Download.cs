namespace CoCreateStudio.Kit;

/// <summary>A file that somebody brought, sent to be kept on the reader's own disk: the browser never shows it, and nothing in it runs.</summary>
internal static class Download
{
    private const string AnyBytes = "application/octet-stream";

    public static IResult Of(HttpContext context, string name, byte[] bytes)
    {
        Seal(context.Response.Headers);
        return Results.Bytes(bytes, AnyBytes, name);
    }

    public static IResult Of(HttpContext context, string name, Func<Stream, Task> write)
    {
        Seal(context.Response.Headers);
        return Results.Stream(write, AnyBytes, name);
    }

    private static void Seal(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, no-store";
    }
}
