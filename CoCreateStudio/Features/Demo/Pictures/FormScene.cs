namespace CoCreateStudio.Features.Demo.Pictures;

/// <summary>A form with a field that refuses what it should take.</summary>
internal static class FormScene
{
    private static readonly (string Label, string Value)[] Fields =
    [
        ("Part number", "HL-2203-B"), ("Name", "Housing upper"), ("Category", "Mechanics / Housings"), ("Unit", "pcs"),
        ("Effective from", "2026-11-14"), ("Supplier", "Yageo"), ("Supplier part no.", "RC0603FR-074K7L"), ("Tolerance", "+/- 4 %"),
        ("Weight", "12.4 g"), ("Revision", "C"), ("Cost centre", "4711"), ("Plant", "Suzhou"),
    ];

    private static readonly string[] Complaints = ["Not a valid value.", "Date is before the approval.", "This number exists already.", "Characters ? are not allowed."];

    public static void Paint(Screen screen)
    {
        var canvas = screen.Canvas;
        screen.Title("Edit part " + screen.Number(), "Save", "Parts");
        canvas.Box(Screen.Left, 96, Screen.Right - Screen.Left, 480, Ink.White, Ink.Line);
        var wrong = screen.Chance.Next(10);
        var first = screen.Chance.Next(Fields.Length);
        for (var i = 0; i < 10; i++) Field(screen, Fields[(first + i) % Fields.Length], At(i), i == wrong);
        var (x, y) = At(wrong);
        screen.Mark(x, y, 340, 72);
        screen.Button(Screen.Left + 24, 534, "Save and close", Ink.White, Ink.Text);
    }

    private static (int X, int Y) At(int index) => (Screen.Left + 24 + index % 2 * 370, 112 + index / 2 * 84);

    private static void Field(Screen screen, (string Label, string Value) field, (int X, int Y) at, bool wrong)
    {
        var canvas = screen.Canvas;
        canvas.Text(at.X, at.Y, field.Label, Ink.Muted);
        canvas.Box(at.X, at.Y + 20, 340, 32, wrong ? Ink.RedSoft : Ink.White, wrong ? Ink.Red : Ink.Line);
        canvas.Text(at.X + 12, at.Y + 29, wrong ? "??? 0.5" : field.Value, Ink.Text);
        if (wrong) canvas.Text(at.X, at.Y + 56, Complaints[screen.Chance.Next(Complaints.Length)], Ink.Red);
    }
}
