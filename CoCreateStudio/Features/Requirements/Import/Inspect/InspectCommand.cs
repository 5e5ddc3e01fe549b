using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Requirements.Import.Inspect;

/// <summary>"inspect FILE [--json] [--lang zh-Hans]": what the importer understands of a file, for a person or a machine. It writes nothing and asks no database.</summary>
internal static class InspectCommand
{
    public const string Name = "inspect";

    private const int Read = 0;
    private const int Refused = 2;
    private const string Json = "--json";
    private const string Lang = "--lang";

    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        if (Complaint(arguments, out var name) is { } complaint) return Refuse(error, complaint);
        var path = InspectedFile.Find(name);
        if (path is null) return Refuse(error, Say(InspectText.NoSuchFile, name));
        try
        {
            using var file = File.OpenRead(path);
            var inspection = new Inspector(TimeProvider.System).Inspect(file, path);
            if (arguments.Contains(Json)) output.WriteLine(JsonSerializer.Serialize(inspection, Shape));
            else InspectionWords.Write(inspection, Path.GetFileName(path), output);
            return inspection.Refused is null ? Read : Refused;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(error, Say(InspectText.NotOpened, name));
        }
    }

    // What is wrong with the arguments; sets the language on the way.
    private static string? Complaint(IReadOnlyList<string> arguments, out string name)
    {
        name = "";
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument == Json) continue;
            if (argument == Lang || argument.StartsWith(Lang + "=", StringComparison.Ordinal))
            {
                var language = argument == Lang ? arguments.ElementAtOrDefault(++i) ?? "" : argument[(Lang.Length + 1)..];
                if (!CommandLanguage.Speak(language)) return Say(InspectText.NoSuchLanguage, language);
            }
            else if (argument.StartsWith("--", StringComparison.Ordinal)) return Say(InspectText.NoSuchOption, argument);
            else if (name.Length > 0) return Say(InspectText.OneFile, name, argument);
            else name = argument;
        }

        return name.Length == 0 ? InspectText.Usage : null;
    }

    private static int Refuse(TextWriter error, string sentence)
    {
        error.WriteLine(sentence);
        return Refused;
    }

    private static string Say(string text, params object[] args) => string.Format(CultureInfo.CurrentCulture, text, args);
}
