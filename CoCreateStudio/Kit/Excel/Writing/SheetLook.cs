using ClosedXML.Excel;

namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>The colours and letters of every workbook: those of the screen, in a typeface that customers have.</summary>
internal static class SheetLook
{
    // On every Windows since 7 and in Office for Mac, and made for Chinese and Latin letters alike.
    public const string Typeface = "Microsoft YaHei";
    public const double TextSize = 10;

    public static readonly XLColor Accent = XLColor.FromHtml("#0B6873");
    public static readonly XLColor Ink = XLColor.FromHtml("#0F1C1B");
    public static readonly XLColor Text = XLColor.FromHtml("#26322F");
    public static readonly XLColor QuietText = XLColor.FromHtml("#52605D");
    public static readonly XLColor Closed = XLColor.FromHtml("#EDF1F0");
    public static readonly XLColor Line = XLColor.FromHtml("#D0D8D7");

    public static void Letters(IXLStyle style, XLColor colour, double size = TextSize, bool bold = false) =>
        style.Font.SetFontName(Typeface).Font.SetFontSize(size).Font.SetFontColor(colour).Font.SetBold(bold);

    /// <summary>Thin and light: Excel shows its finest line, Hair, as dots.</summary>
    public static void Underline(IXLStyle style) => style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(Line);

    public static (XLColor Text, XLColor Ground)? Of(Tone tone) => tone switch
    {
        Tone.Ok => Pair("#1A6D3E", "#E4F2E9"),
        Tone.Warn => Pair("#855000", "#FAEED9"),
        Tone.Bad => Pair("#B0261C", "#FBE8E6"),
        Tone.Info => Pair("#2A5BA8", "#E6EEFA"),
        Tone.Mute => Pair("#61706D", "#EDF1F0"),
        _ => null,
    };

    private static (XLColor Text, XLColor Ground) Pair(string text, string ground) => (XLColor.FromHtml(text), XLColor.FromHtml(ground));
}
