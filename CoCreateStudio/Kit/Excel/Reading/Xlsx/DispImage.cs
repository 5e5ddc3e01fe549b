namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>WPS keeps a picture inside a cell behind the formula =DISPIMG("ID_…",1).</summary>
internal static class DispImage
{
    public static string? NameIn(ReadOnlySpan<char> formula)
    {
        var start = formula.IndexOf("DISPIMG(", StringComparison.Ordinal);
        if (start is < 0 or > 12) return null;
        var name = formula[(start + 8)..];
        var end = name.IndexOf(',');
        return (end < 0 ? name : name[..end]).Trim("\" )").ToString();
    }
}
