namespace CoCreateStudio.Features.Requirements.RoundTrip;

/// <summary>
/// What marks a file as a table we sent. It stands as plain text in the hidden first row, above the keys: no program that saves
/// the file drops a cell, and it goes along when somebody copies the sheet into another workbook.
/// </summary>
public static class SentStamp
{
    private const string Start = "cocreate-studio:";

    public static string Of(Guid sentTable) => Start + sentTable.ToString("D");

    public static Guid? Read(string text)
    {
        text = text.Trim();
        return text.StartsWith(Start, StringComparison.OrdinalIgnoreCase) && Guid.TryParseExact(text[Start.Length..], "D", out var id) ? id : null;
    }
}
