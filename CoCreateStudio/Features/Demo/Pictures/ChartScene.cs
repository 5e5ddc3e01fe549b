namespace CoCreateStudio.Features.Demo.Pictures;

/// <summary>A report whose figures cannot be right.</summary>
internal static class ChartScene
{
    private const int Bars = 10;

    public static void Paint(Screen screen)
    {
        var (canvas, chance) = (screen.Canvas, screen.Chance);
        screen.Title(chance.Next(2) == 0 ? "Changes per week" : "Response times", "Export", "Reports");
        for (var i = 0; i < 3; i++) Figure(screen, i);
        canvas.Box(Screen.Left, 204, Screen.Right - Screen.Left, 372, Ink.White, Ink.Line);
        for (var line = 0; line < 5; line++)
        {
            canvas.Fill(Screen.Left + 60, 530 - line * 66, Screen.Right - Screen.Left - 80, 1, Ink.Soft);
            canvas.Text(Screen.Left + 16, 522 - line * 66, $"{line * 20}", Ink.Muted);
        }

        var wrong = chance.Next(Bars);
        for (var i = 0; i < Bars; i++)
        {
            var tall = i == wrong ? 276 : chance.Next(40, 190);
            var x = Screen.Left + 76 + i * 66;
            canvas.Fill(x, 530 - tall, 36, tall, i == wrong ? Ink.Red : Ink.Accent);
            canvas.Text(x + 4, 542, $"W{37 + i}", Ink.Muted);
        }

        if (chance.Next(3) > 0) screen.Mark(Screen.Left + 72 + wrong * 66, 250, 44, 306);
        else screen.Mark(Screen.Left + 12, 104, 180, 78);
    }

    private static void Figure(Screen screen, int index)
    {
        string[] names = ["Open", "Average", "Overdue"];
        var x = Screen.Left + index * 256;
        screen.Canvas.Box(x, 96, 240, 94, Ink.White, Ink.Line);
        screen.Canvas.Text(x + 18, 112, names[index], Ink.Muted);
        screen.Canvas.Text(x + 18, 140, index == 1 ? $"{screen.Chance.Next(20, 60)} s" : $"{screen.Chance.Next(3, 240)}", index == 2 ? Ink.Red : Ink.Dark, 4);
    }
}
