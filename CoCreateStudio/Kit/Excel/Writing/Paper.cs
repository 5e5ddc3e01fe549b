using ClosedXML.Excel;
using CoCreateStudio.Kit.Excel.Writing.Streaming;

namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>A4, as wide as the paper, and at the foot who it belongs to and the page.</summary>
internal static class Paper
{
    // Excel takes 255 characters for all three parts of a foot.
    private const int LongestPart = 70;

    public static void SetUp(IXLWorksheet page, XLPageOrientation orientation, string project, string title)
    {
        var setup = page.PageSetup;
        setup.PaperSize = XLPaperSize.A4Paper;
        setup.PageOrientation = orientation;
        setup.FitToPages(1, 0);
        (setup.Margins.Left, setup.Margins.Right, setup.Margins.Top, setup.Margins.Bottom) = (0.5, 0.5, 0.6, 0.7);
        setup.Margins.Footer = 0.35;
        setup.Footer.Left.AddText(Part(project));
        setup.Footer.Center.AddText(Part(title));
        setup.Footer.Right.AddText(WritingText.PageOfPages);
    }

    // An ampersand is a command in a foot.
    private static string Part(string text) => PlainText.Start(PlainText.Of(text), LongestPart).Replace("&", "&&", StringComparison.Ordinal);
}
