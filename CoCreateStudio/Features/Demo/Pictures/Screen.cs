namespace CoCreateStudio.Features.Demo.Pictures;

/// <summary>The frame of the pictured product, and the parts its pages are made of.</summary>
internal sealed class Screen(Canvas canvas, Random chance)
{
    public const int Left = 176;
    public const int Top = 56;
    public const int Right = ScreenshotPainter.Width - 20;

    private static readonly string[] Areas = ["Catalogue", "Parts", "BOM", "Changes", "Documents", "Suppliers", "Reports", "Labels"];
    private static readonly string[] Parts = ["Capacitor 10uF", "Housing upper", "Screw M3x6", "Connector USB-C", "Diode SS34", "PCB main board", "Label RoHS", "Bracket rev. D", "Resistor 4k7", "Cable 1.2 m", "Heat sink", "LED 4000 K", "Gasket", "Fuse 2A"];

    public Canvas Canvas => canvas;
    public Random Chance => chance;

    public string Part() => Parts[chance.Next(Parts.Length)];

    public string Number() => $"{(chance.Next(2) == 0 ? "HL" : "NX")}-{chance.Next(2000, 9999)}-{(char)('A' + chance.Next(5))}";

    public void Chrome()
    {
        canvas.Fill(0, 0, ScreenshotPainter.Width, ScreenshotPainter.Height, Ink.Page);
        canvas.Fill(0, 0, ScreenshotPainter.Width, 40, Ink.Bar);
        canvas.Box(14, 10, 20, 20, Ink.Accent);
        canvas.Text(44, 13, "PLM 4.5", Ink.White);
        canvas.Box(ScreenshotPainter.Width - 50, 7, 30, 26, Ink.AccentSoft);
        canvas.Text(ScreenshotPainter.Width - 46, 13, "LF", Ink.Accent);
        canvas.Fill(0, 40, 156, ScreenshotPainter.Height - 40, Ink.White);
        canvas.Fill(156, 40, 1, ScreenshotPainter.Height - 40, Ink.Line);
    }

    public void Title(string text, string button, string area)
    {
        for (var i = 0; i < Areas.Length; i++)
        {
            if (Areas[i] == area) canvas.Box(8, 54 + i * 34, 140, 28, Ink.AccentSoft);
            canvas.Text(20, 61 + i * 34, Areas[i], Areas[i] == area ? Ink.Accent : Ink.Text);
        }

        canvas.Text(Left, Top, text, Ink.Dark, 3);
        var w = Canvas.Width(button) + 24;
        Button(Right - w, Top - 4, button, Ink.Accent, Ink.White);
    }

    public void Button(int x, int y, string text, Ink ground, Ink ink)
    {
        canvas.Box(x, y, Canvas.Width(text) + 24, 30, ground, ground == Ink.White ? Ink.Line : null);
        canvas.Text(x + 12, y + 8, text, ink);
    }

    public void Pill(int x, int y, int kind)
    {
        var (text, ink, ground) = (kind % 4) switch
        {
            0 => ("Released", Ink.Green, Ink.GreenSoft),
            1 => ("In work", Ink.Amber, Ink.AmberSoft),
            2 => ("Review", Ink.Blue, Ink.BlueSoft),
            _ => ("Blocked", Ink.Red, Ink.RedSoft),
        };
        canvas.Box(x, y, Canvas.Width(text) + 14, 22, ground);
        canvas.Text(x + 7, y + 4, text, ink);
    }

    /// <summary>What the reporter drew on it: a frame, and an arrow where there is room.</summary>
    public void Mark(int x, int y, int w, int h)
    {
        canvas.Frame(x - 6, y - 6, w + 12, h + 12, Ink.Red, 4);
        var (tip, from) = (x + w + 8, Math.Min(x + w + 70, ScreenshotPainter.Width - 4));
        if (from - tip < 30) return;
        for (var step = 0; step < from - tip; step++) canvas.Fill(tip + step, y + h / 2 + step * 2 / 3, 4, 4, Ink.Red);
        canvas.Fill(tip, y + h / 2, 16, 4, Ink.Red);
        canvas.Fill(tip, y + h / 2, 4, 16, Ink.Red);
    }
}
