using System.Text;
using CoCreateStudio.Kit.Excel.Writing;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Kit.Excel.Writing;

internal sealed record Wish(int No, string Text);

/// <summary>Workbooks to write in tests.</summary>
internal static class Books
{
    public const string Tab = "Wishes";

    public static readonly DateTime Moment = new(2026, 1, 31, 20, 15, 0);
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    public static readonly IReadOnlyList<Choice> States = [new("New"), new("Say \"yes\"", Tone.Warn), new("Done, & well", Tone.Ok)];

    public static readonly string[] Special =
    [
        "<b> & \"quoted\" ]]>", "=1+1", "+1", "-1", "@SUM(A1)", "  spaces  ", "line 1\nline 2", "_x000D_ literal", "control \u0001 and \uFFFF",
        "emoji 😀", "tab\there", "00123", "1e5", "_x00_ x_0041_", "\n", " ",
    ];

    private static readonly byte[] PngBytes = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static readonly byte[] GifBytes = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    public static SheetPicture Png { get; } = new("shot.png", () => new MemoryStream(PngBytes));

    public static SheetPicture Gif { get; } = new("moving.gif", () => new MemoryStream(GifBytes));

    public static SheetPicture WebP { get; } = new("phone.webp", () => new MemoryStream(Encoding.ASCII.GetBytes("RIFF    WEBPVP8                 ")));

    public static WorkbookCover Cover => new("All wishes", "ACME & Sons", "mei", Moment, Shanghai) { Filter = "State: New" };

    public static IEnumerable<Wish> Wishes(int count) => Enumerable.Range(1, count).Select(i => new Wish(i, Special[i % Special.Length]));

    public static SheetColumns<Wish> TextOnly => new SheetColumns<Wish>().Text("text", () => "Text", 20, w => w.Text);

    public static SheetColumns<Wish> AllKinds => new SheetColumns<Wish>()
        .Hidden("id", w => $"id-{w.No}")
        .Link("no", () => "No.", 10, w => $"W-{w.No}", w => w.No % 3 == 0 ? "#'Cover'!B2" : $"https://example.com/w/{w.No}?a=1&b=需求")
        .WrappedText("text", () => "Wish", 40, w => w.Text)
        .Choice("state", () => "State", 14, w => States[w.No % 3].Text, () => States)
        .DateTime("raised", () => "Raised at", w => w.No % 5 == 4 ? null : Moment.AddMinutes(w.No))
        .Date("due", () => "Due", w => new DateOnly(2026, 2, 1).AddDays(w.No))
        .Number("votes", () => "Votes", 9, w => w.No * 1.25m, "#,##0.00")
        .Pictures("shots", () => "Screenshots", 30, w => w.No % 4 == 1 ? [Png, Gif, WebP] : w.No % 4 == 2 ? [Png] : []);

    public static ListSheet Sheet(int count) => new ListSheet<Wish>(Tab, AllKinds, Wishes(count)) { FrozenColumns = 2 };

    public static Task<WrittenBook> WriteAsync(params ListSheet[] sheets) => WriteInAsync("en", sheets);

    public static async Task<WrittenBook> WriteInAsync(string language, params ListSheet[] sheets)
    {
        using var _ = Language.Use(language);
        var stream = new MemoryStream();
        await WorkbookWriter.WriteAsync(stream, Cover, sheets, ct: TestContext.Current.CancellationToken);
        return new(stream);
    }
}
