using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Meetings.Minutes.Record;

/// <summary>"verify [PROJECTKEY] [--lang zh-Hans]": whether the minutes of a project, or of all, and what other features keep under seal, are as they were sealed. 0 when they are; 1 with the names of what does not fit; 2 for a wrong call.</summary>
internal static class VerifyCommand
{
    public const string Name = "verify";

    private const int Fits = 0;
    private const int DoesNotFit = 1;
    private const int WrongCall = 2;
    private const string Lang = "--lang";

    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        List<string> keys = [];
        if (Complaint(arguments, keys) is { } complaint) return Refuse(error, complaint);
        var database = services.GetRequiredService<MachineDb>();
        var projects = (await database.ProjectsAsync()).Where(p => keys.Count == 0 || string.Equals(p.Key, keys[0], StringComparison.OrdinalIgnoreCase)).ToList();
        if (projects.Count == 0 && keys.Count > 0) return Refuse(error, MeetingWords.Said(RecordText.NoSuchProject, keys[0]));
        var fits = true;
        foreach (var project in projects)
        {
            await using var db = await database.OpenAsync(project.Id);
            var check = await MinutesRecord.CheckAsync(db, project.Id, CancellationToken.None);
            Tell(output, project.Key, check);
            fits &= check.Fits;
            foreach (var other in services.GetServices<ISealedRecord>())
                foreach (var verdict in await other.CheckAsync(db, CancellationToken.None))
                {
                    Tell(output, project.Key, verdict);
                    fits &= verdict.Fits;
                }
        }

        return fits ? Fits : DoesNotFit;
    }

    private static void Tell(TextWriter output, string key, RecordCheck check)
    {
        output.WriteLine($"{key}: {check.Said()}");
        foreach (var fault in check.Faults) output.WriteLine($"  {fault.Said()}");
        if (check.Head is { } head) output.WriteLine($"  {RecordText.Head}: {head}");
    }

    private static void Tell(TextWriter output, string key, RecordVerdict verdict)
    {
        output.WriteLine($"{key}: {verdict.Sentence}");
        foreach (var line in verdict.Lines) output.WriteLine($"  {line}");
    }

    // Settings of the application may stand beside, such as --Data:Folder.
    private static string? Complaint(IReadOnlyList<string> arguments, List<string> keys)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = arguments[i].Split('=', 2) is [var n, var v] ? (n, v) : (arguments[i], null);
            if (!name.StartsWith("--", StringComparison.Ordinal)) keys.Add(arguments[i]);
            else if (name != Lang && !name.Contains(':', StringComparison.Ordinal)) return MeetingWords.Said(RecordText.NoSuchOption, name);
            else value ??= arguments.ElementAtOrDefault(++i) ?? "";
            if (name == Lang && !CommandLanguage.Speak(value!)) return MeetingWords.Said(RecordText.NoSuchLanguage, value);
        }

        return keys.Count > 1 ? MeetingWords.Said(RecordText.OneProject, keys[0], keys[1]) : null;
    }

    private static int Refuse(TextWriter error, string sentence)
    {
        error.WriteLine(sentence);
        return WrongCall;
    }
}
