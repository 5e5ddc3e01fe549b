namespace CoCreateStudio.Features.Requirements.Import.Difference;

/// <summary>The piece of two long texts in which they differ.</summary>
public static class TextPiece
{
    // What fits into a line is shown whole.
    private const int Short = 48;
    private const int Around = 16;
    private const int Longest = 200;

    public static (string? Old, string? New) Of(string? old, string? value)
    {
        if (old is null || value is null || old.Length <= Short && value.Length <= Short) return (Cut(old), Cut(value));
        var start = 0;
        while (start < Math.Min(old.Length, value.Length) && old[start] == value[start]) start++;
        var end = 0;
        while (end < Math.Min(old.Length, value.Length) - start && old[^(end + 1)] == value[^(end + 1)]) end++;
        return (Piece(old, start, end), Piece(value, start, end));
    }

    private static string? Piece(string text, int start, int end)
    {
        var from = Whole(text, start <= Around ? 0 : start - Around);
        var to = Whole(text, end <= Around ? text.Length : text.Length - end + Around);
        return Cut((from > 0 ? "…" : "") + text[from..to] + (to < text.Length ? "…" : ""));
    }

    private static string? Cut(string? text) => text?.Length > Longest ? text[..Whole(text, Longest)] + "…" : text;

    // Never between the two halves of an emoji.
    private static int Whole(string text, int place) => place > 0 && place < text.Length && char.IsLowSurrogate(text[place]) ? place - 1 : place;
}
