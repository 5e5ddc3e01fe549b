namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

internal static class CommentReader
{
    public static List<CellComment> Read(XlsxPackage package, string part)
    {
        var comments = new List<CellComment>();
        using var xml = package.Open(part);
        while (xml.Read())
        {
            if (!xml.IsStart("comment") || !CellName.TryRead(xml.GetAttribute("ref"), out var row, out var column)) continue;
            comments.Add(new CellComment(row, column, xml.RichText()));
        }

        return comments;
    }
}
