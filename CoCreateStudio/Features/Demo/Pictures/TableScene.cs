namespace CoCreateStudio.Features.Demo.Pictures;

/// <summary>A list of parts; one cell or one row is wrong.</summary>
internal static class TableScene
{
    private static readonly (string Title, string Area)[] Pages =
        [("Parts", "Parts"), ("Where used", "Parts"), ("Bill of materials", "BOM"), ("Supplier parts", "Suppliers"), ("Change requests", "Changes")];
    private static readonly int[] Columns = [190, 320, 530, 640, 760];

    public static void Paint(Screen screen)
    {
        var canvas = screen.Canvas;
        var page = Pages[screen.Chance.Next(Pages.Length)];
        screen.Title(page.Title, "+ New", page.Area);
        canvas.Box(Screen.Left, 96, 300, 32, Ink.White, Ink.Line);
        canvas.Text(Screen.Left + 12, 105, screen.Number().Replace("-", "", StringComparison.Ordinal), Ink.Muted);
        screen.Button(Screen.Left + 312, 97, "Filter", Ink.White, Ink.Text);
        var rows = screen.Chance.Next(8, 13);
        Rows(screen, rows);
        var row = 174 + screen.Chance.Next(rows) * 32;
        if (screen.Chance.Next(2) == 0) screen.Mark(Columns[2], row + 4, 90, 24);
        else screen.Mark(Columns[0] - 6, row + 4, 420, 24);
    }

    public static void Rows(Screen screen, int rows)
    {
        var canvas = screen.Canvas;
        canvas.Fill(Screen.Left, 142, Screen.Right - Screen.Left, 32 + rows * 32, Ink.White);
        canvas.Fill(Screen.Left, 142, Screen.Right - Screen.Left, 32, Ink.Soft);
        string[] headings = ["Number", "Name", "Qty", "Status", "Owner"];
        for (var i = 0; i < headings.Length; i++) canvas.Text(Columns[i], 151, headings[i], Ink.Muted);
        for (var row = 0; row < rows; row++) Row(screen, 174 + row * 32);
        canvas.Frame(Screen.Left, 142, Screen.Right - Screen.Left, 33 + rows * 32, Ink.Line);
    }

    private static void Row(Screen screen, int y)
    {
        var (canvas, chance) = (screen.Canvas, screen.Chance);
        canvas.Text(Columns[0], y + 9, screen.Number(), Ink.Accent);
        canvas.Text(Columns[1], y + 9, screen.Part(), Ink.Text);
        canvas.Text(Columns[2], y + 9, chance.Next(6) == 0 ? "?" : $"{chance.Next(1, 40) * 5}", Ink.Text);
        screen.Pill(Columns[3], y + 5, chance.Next(8) switch { < 4 => 0, < 6 => 1, 6 => 2, _ => 3 });
        canvas.Fill(Columns[4], y + 11, chance.Next(60, 120), 10, Ink.Line);
        canvas.Fill(Screen.Left, y + 31, Screen.Right - Screen.Left, 1, Ink.Soft);
    }
}
