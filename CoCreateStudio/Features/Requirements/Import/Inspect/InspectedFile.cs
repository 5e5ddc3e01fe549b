namespace CoCreateStudio.Features.Requirements.Import.Inspect;

internal static class InspectedFile
{
    /// <summary>The path of a file that is there. "dotnet run" starts a web project in its own folder; a relative name is meant from where the person stands.</summary>
    public static string? Find(string name)
    {
        if (File.Exists(name)) return Path.GetFullPath(name);
        if (Environment.GetEnvironmentVariable("PWD") is not { Length: > 0 } folder) return null;
        var there = Path.GetFullPath(name, Path.GetFullPath(folder));
        return File.Exists(there) ? there : null;
    }
}
