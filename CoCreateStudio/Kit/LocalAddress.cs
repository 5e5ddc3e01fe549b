namespace CoCreateStudio.Kit;

/// <summary>An address to go back to, as it came with a request: only one of this application is ever followed.</summary>
public static class LocalAddress
{
    public static string OrHome(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal) ? address : "/";
}
