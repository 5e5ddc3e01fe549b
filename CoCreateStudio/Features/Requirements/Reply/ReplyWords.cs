namespace CoCreateStudio.Features.Requirements.Reply;

/// <summary>What stands for each row's own words in a text for many.</summary>
internal static class ReplyWords
{
    /// <summary>The marks, as the writer's language calls them.</summary>
    public static IReadOnlyList<string> Marks => [ReplyText.MarkNumber, ReplyText.MarkTitle, ReplyText.MarkReporter];

    /// <summary>A text with the words of one row in it. Marks of both languages are known, others stay as they are.</summary>
    public static string Filled(string text, int number, string title, string? reporter)
    {
        foreach (var (english, chinese, word) in new[] { ("{number}", "{编号}", $"R-{number}"), ("{title}", "{标题}", title), ("{reporter}", "{反馈人}", reporter ?? "") })
            text = text.Replace(english, word, StringComparison.OrdinalIgnoreCase).Replace(chinese, word, StringComparison.Ordinal);
        return text.Trim();
    }

    /// <summary>What one reporter will read.</summary>
    public static string Result(ReplyOrder order, ReplyRow row)
    {
        var said = Filled(order.Text, row.Number, row.Title, row.Reporter);
        return order.Mode == ReplyMode.Add && row.PublicReply is { } before ? $"{before}\n\n{said}" : said;
    }

    /// <summary>Numbers as a person lists them; of many only the first.</summary>
    public static string Numbers(IEnumerable<ReplyRow> rows)
    {
        const int most = 12;
        var all = rows.ToList();
        return string.Join(", ", all.Take(most).Select(r => $"R-{r.Number}")) + (all.Count > most ? " …" : "");
    }
}
