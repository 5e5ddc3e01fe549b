namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>The address in =HYPERLINK("https://…","shown"): the cell itself shows only the words.</summary>
internal static class LinkFormula
{
    private const string Start = "HYPERLINK(\"";

    public static string? AddressIn(ReadOnlySpan<char> formula)
    {
        formula = formula.TrimStart('=');
        if (!formula.StartsWith(Start, StringComparison.OrdinalIgnoreCase)) return null;
        var address = formula[Start.Length..];
        var end = address.IndexOf('"');
        return end > 0 ? address[..end].ToString() : null;
    }
}
