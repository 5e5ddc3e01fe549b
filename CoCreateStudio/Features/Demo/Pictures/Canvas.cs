namespace CoCreateStudio.Features.Demo.Pictures;

internal enum Ink : byte { White, Page, Soft, Line, Muted, Text, Dark, Bar, Accent, AccentSoft, Red, RedSoft, Amber, AmberSoft, Green, GreenSoft, Blue, BlueSoft, Shade }

/// <summary>A picture in the making: one byte of palette a pixel.</summary>
internal sealed class Canvas(int width, int height, uint accent, uint accentSoft, uint bar)
{
    private static readonly Ink[] Light = [Ink.White, Ink.Page, Ink.Soft, Ink.Line, Ink.AccentSoft, Ink.RedSoft, Ink.AmberSoft, Ink.GreenSoft, Ink.BlueSoft];

    private readonly byte[] _pixels = new byte[width * height];

    public byte[] ToPng() => PngFile.Encode(width, height,
    [
        0xFFFFFF, 0xF4F6F7, 0xE9EDEF, 0xD5DCDF, 0x84929A, 0x33404A, 0x18222A, bar, accent, accentSoft,
        0xD93636, 0xFCEBEA, 0xC77700, 0xFDF2DC, 0x1E7B45, 0xE2F3E8, 0x2A63C4, 0xE5EDFB, 0x9BA5AB,
    ], _pixels);

    public void Fill(int x, int y, int w, int h, Ink ink)
    {
        for (var row = Math.Max(y, 0); row < Math.Min(y + h, height); row++)
            _pixels.AsSpan(row * width + x, Math.Min(w, width - x)).Fill((byte)ink);
    }

    public void Frame(int x, int y, int w, int h, Ink ink, int thick = 1)
    {
        Fill(x, y, w, thick, ink);
        Fill(x, y + h - thick, w, thick, ink);
        Fill(x, y, thick, h, ink);
        Fill(x + w - thick, y, thick, h, ink);
    }

    /// <summary>A filled box whose corners are cut, on a ground of another ink.</summary>
    public void Box(int x, int y, int w, int h, Ink ink, Ink? edge = null)
    {
        Fill(x, y + 2, w, h - 4, edge ?? ink);
        Fill(x + 2, y, w - 4, h, edge ?? ink);
        Fill(x + 1, y + 1, w - 2, h - 2, edge ?? ink);
        if (edge is null) return;
        Fill(x + 1, y + 2, w - 2, h - 4, ink);
        Fill(x + 2, y + 1, w - 4, h - 2, ink);
    }

    /// <summary>Darkens what is there, as behind a dialog.</summary>
    public void Dim(int x, int y, int w, int h)
    {
        for (var row = y; row < y + h; row++)
            foreach (ref var pixel in _pixels.AsSpan(row * width + x, w))
                pixel = (byte)(Light.Contains((Ink)pixel) ? Ink.Shade : Ink.Muted);
    }

    public int Text(int x, int y, string text, Ink ink, int scale = 2)
    {
        foreach (var letter in text)
        {
            var columns = PixelFont.Letter(letter);
            for (var column = 0; column < columns.Length; column++)
                for (var row = 0; row < PixelFont.Height; row++)
                    if ((columns[column] >> row & 1) == 1) Fill(x + column * scale, y + row * scale, scale, scale, ink);
            x += (columns.Length + 1) * scale;
        }

        return x;
    }

    public static int Width(string text, int scale = 2) => text.Sum(letter => (PixelFont.Letter(letter).Length + 1) * scale);
}
