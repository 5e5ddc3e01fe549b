using System.Text.RegularExpressions;

namespace CoCreateStudio.Domain.Meetings;

/// <summary>
/// One typed line, understood. A slash word at its start says what it is; without one, a line with an @ is an action and any other
/// a note. The first @ that names one of the people says whose it is. The due date stands at the end, right after the name, right after
/// an @, or before a name that ends the line; notes, decisions and key points have none, so there it stays in the text. What is not
/// understood stays in the text. <see cref="DueWords"/> says how days in words are read.
/// </summary>
/// <param name="Owner">One of the people.</param>
/// <param name="UnknownOwner">The name as typed, where nobody or more than one answers to it.</param>
public sealed partial record EntryLine(NoteKind Kind, string Text, string? Owner = null, string? UnknownOwner = null, DateOnly? Due = null)
{
    private static readonly Dictionary<string, NoteKind> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["action"] = NoteKind.Action,
        ["a"] = NoteKind.Action,
        ["行动"] = NoteKind.Action,
        ["decision"] = NoteKind.Decision,
        ["d"] = NoteKind.Decision,
        ["决策"] = NoteKind.Decision,
        ["issue"] = NoteKind.OpenIssue,
        ["i"] = NoteKind.OpenIssue,
        ["问题"] = NoteKind.OpenIssue,
        ["point"] = NoteKind.KeyPoint,
        ["p"] = NoteKind.KeyPoint,
        ["观点"] = NoteKind.KeyPoint,
        ["risk"] = NoteKind.Risk,
        ["r"] = NoteKind.Risk,
        ["风险"] = NoteKind.Risk,
        ["requirement"] = NoteKind.Requirement,
        ["q"] = NoteKind.Requirement,
        ["需求"] = NoteKind.Requirement,
    };

    /// <summary>The longest slash word of a kind in one of the two languages, without its slash.</summary>
    public static string WordOf(NoteKind kind, bool inChinese) => Words.Where(w => w.Value == kind && Chinese.Is(w.Key[0]) == inChinese).MaxBy(w => w.Key.Length).Key;

    public static EntryLine Parse(string text, DateOnly today, IReadOnlyList<string> people)
    {
        text = text.Trim();
        var slash = SlashWord().Match(text);
        var body = slash.Success ? text[slash.Length..] : text;
        var mention = Mention.Find(body, today, people);
        var kind = slash.Success ? Words[slash.Groups["word"].Value] : mention is null ? NoteKind.Note : NoteKind.Action;
        var before = mention is null ? "" : body[..mention.Start];
        var after = mention is null ? body : body[mention.End..];
        var due = MayBeDue(kind) ? TakeDue(ref before, ref after, mention is not null, today) : null;
        return new(kind, mention is null && due is null ? body : Join(before, after), mention?.Owner, mention?.Unknown, due?.Day);
    }

    private static bool MayBeDue(NoteKind kind) => kind is NoteKind.Action or NoteKind.OpenIssue or NoteKind.Risk or NoteKind.Requirement;

    private static DueWords? TakeDue(ref string before, ref string after, bool named, DateOnly today)
    {
        if ((DueWords.AfterAt(after, today) ?? DueWords.AtEnd(after, today) ?? DueWords.AtStart(after, today)) is { } found)
        {
            after = Without(after, found);
            return found;
        }
        if (named && DueWords.AfterAt(before, today) is { } marked)
        {
            before = Without(before, marked);
            return marked;
        }
        // "terminals next Friday @wang", and "Friday @wang terminals": but not "we agreed on Friday @wang goes on".
        if (named && DueWords.AtEnd(before, today) is { } last && (after.AsSpan().Trim().IsEmpty || before.AsSpan(0, last.Start).Trim().IsEmpty))
        {
            before = before[..last.Start];
            return last;
        }
        return null;
    }

    private static string Without(string text, DueWords due) => Join(text[..due.Start], text[due.End..]);

    private static string Join(string before, string after)
    {
        var (left, right) = (before.TrimEnd(' ', '\t', '　', ',', '，', '、', ';', '；'), after.TrimStart(' ', '\t', '　', ',', '，', '、', ';', '；', ':', '：'));
        if (right.AsSpan().Trim(" .。!！").IsEmpty) right = "";
        var apart = left.Length > 0 && right.Length > 0 && !(Chinese.Is(left[^1]) && Chinese.Is(right[0]));
        return (left + (apart ? " " : "") + right).Trim().TrimEnd(',', '，', '、', ';', '；');
    }

    // A Chinese input method writes ／ or 、 where the key says /.
    [GeneratedRegex(@"^[/／、](?:(?<word>action|decision|issue|point|risk|requirement|[adipqr])(?![A-Za-z0-9_/／.\-'’])|(?<word>行动|决策|问题|观点|风险|需求))[ \t　]*[:：]?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SlashWord();
}
