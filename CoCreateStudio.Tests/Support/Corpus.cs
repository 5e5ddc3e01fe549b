using System.Text.Json;

namespace CoCreateStudio.Tests.Support;

public sealed record CorpusFile(string File, bool Refused, int Rows, int Pictures);

/// <summary>A folder of real files with expected.json beside them, named by COCREATE_CORPUS. It is no part of the project.</summary>
public static class Corpus
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static string? Folder => Environment.GetEnvironmentVariable("COCREATE_CORPUS");

    public static IReadOnlyList<CorpusFile> Files()
    {
        Assert.SkipWhen(Folder is null, "COCREATE_CORPUS names no folder of real files.");
        return JsonSerializer.Deserialize<List<CorpusFile>>(File.ReadAllText(Path.Combine(Folder!, "expected.json")), Web) ?? [];
    }

    public static FileStream Open(string start)
    {
        Assert.SkipWhen(Folder is null, "COCREATE_CORPUS names no folder of real files.");
        return File.OpenRead(Directory.GetFiles(Folder!, start + "*").Single());
    }
}
