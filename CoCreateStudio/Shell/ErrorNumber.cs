using System.Diagnostics;

namespace CoCreateStudio.Shell;

/// <summary>The short number that a person reads out and that stands in the log beside the fault.</summary>
public static class ErrorNumber
{
    public static string New() => Of(Guid.NewGuid().ToString("N"));

    /// <summary>The number of this request.</summary>
    public static string Of(HttpContext context) => Of(Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);

    /// <summary>"7F20-3141" of a trace id.</summary>
    public static string Of(string traceId)
    {
        var id = new string([.. traceId.Where(char.IsAsciiHexDigit)]).PadLeft(8, '0').ToUpperInvariant();
        return $"{id[^8..^4]}-{id[^4..]}";
    }
}
