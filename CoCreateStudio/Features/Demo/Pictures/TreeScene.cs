namespace CoCreateStudio.Features.Demo.Pictures;

/// <summary>A structure on the left, the chosen part on the right.</summary>
internal static class TreeScene
{
    private const int Nodes = 14;

    public static void Paint(Screen screen)
    {
        var canvas = screen.Canvas;
        screen.Title("Bill of materials", "Compare", "BOM");
        canvas.Box(Screen.Left, 96, 380, 484, Ink.White, Ink.Line);
        var chosen = screen.Chance.Next(2, Nodes);
        var depth = 0;
        for (var i = 0; i < Nodes; i++)
        {
            depth = i == 0 ? 0 : Math.Clamp(depth + screen.Chance.Next(-1, 2), 1, 3);
            Node(screen, i, depth, i == chosen);
        }

        Detail(screen);
        if (screen.Chance.Next(2) == 0) screen.Mark(Screen.Left + 10, 110 + chosen * 33, 340, 26);
        else screen.Mark(590, 330, 220, 26);
    }

    private static void Node(Screen screen, int index, int depth, bool chosen)
    {
        var canvas = screen.Canvas;
        var (x, y) = (Screen.Left + 18 + depth * 26, 110 + index * 33);
        if (chosen) canvas.Box(Screen.Left + 8, y - 2, 364, 30, Ink.AccentSoft);
        if (depth > 0) canvas.Fill(x - 16, y - 14, 1, 27, Ink.Line);
        if (depth > 0) canvas.Fill(x - 16, y + 12, 12, 1, Ink.Line);
        canvas.Box(x, y + 6, 14, 14, depth < 2 ? Ink.Accent : Ink.Shade);
        canvas.Text(x + 24, y + 5, screen.Part(), chosen ? Ink.Accent : Ink.Text);
        canvas.Text(Screen.Left + 328, y + 5, $"{screen.Chance.Next(1, 12)}x", Ink.Muted);
    }

    private static void Detail(Screen screen)
    {
        var canvas = screen.Canvas;
        canvas.Box(572, 96, Screen.Right - 572, 484, Ink.White, Ink.Line);
        canvas.Text(590, 114, screen.Number(), Ink.Dark, 3);
        screen.Pill(590, 150, screen.Chance.Next(4));
        canvas.Box(590, 188, 130, 110, Ink.Soft, Ink.Line);
        canvas.Box(625, 215, 60, 50, Ink.White, Ink.Muted);
        canvas.Fill(625, 240, 60, 2, Ink.Muted);
        string[] facts = ["Effective 2026-11-14", "Stock 1,140 pcs", "Plant SZ / CD", "RoHS expired", "Supplier blocked", "Price 0.37 USD"];
        var first = screen.Chance.Next(facts.Length);
        for (var i = 0; i < facts.Length; i++) canvas.Text(590, 336 + i * 36, facts[(first + i) % facts.Length], i == 0 ? Ink.Red : Ink.Text);
    }
}
