using CoCreateStudio.Kit.Excel.Writing.Streaming;

namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>Gives out names for tabs that Excel takes: short, without its special characters, no two alike.</summary>
internal sealed class SheetName
{
    private const int Longest = 31;
    // "History" belongs to Excel.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    public string Of(string title)
    {
        var plain = string.Concat(PlainText.Of(title).Select(c => c is ':' or '\\' or '/' or '?' or '*' or '[' or ']' or '\n' or '\t' ? ' ' : c));
        var name = PlainText.Start(plain.Trim(' ', '\''), Longest).TrimEnd(' ', '\'');
        if (name.Length == 0) name = "Sheet";
        var free = name;
        for (var number = 2; !_taken.Add(free); number++)
        {
            var ending = $" {number}";
            free = PlainText.Start(name, Longest - ending.Length) + ending;
        }

        return free;
    }
}
