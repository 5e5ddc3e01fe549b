namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

internal static class CommentReader
{
    private const string ThreadedNote = "linkid=870924";

    public static List<CellComment> Read(XlsxPackage package, string part)
    {
        var comments = new List<CellComment>();
        using var xml = package.Open(part);
        while (xml.Next())
        {
            if (!xml.IsStart("comment") || !CellName.TryRead(xml.GetAttribute("ref"), out var row, out var column)) continue;
            comments.Add(new CellComment(row, column, Said(xml.RichText())));
        }

        return comments;
    }

    // Excel 365 writes before the words of a threaded comment that older programs cannot edit it, in its own language and with this address.
    private static string Said(string text)
    {
        var note = text.IndexOf(ThreadedNote, StringComparison.Ordinal);
        if (note < 0) return text;
        var said = text[(note + ThreadedNote.Length)..].TrimStart();
        var label = said.IndexOfAny([':', '：']);
        return label is > 0 and < 20 ? said[(label + 1)..].Trim() : said;
    }
}
