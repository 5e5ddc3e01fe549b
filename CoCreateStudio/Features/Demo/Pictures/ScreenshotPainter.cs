namespace CoCreateStudio.Features.Demo.Pictures;

/// <summary>Paints what people paste into a requirement: a screen of the product with a red frame around the trouble.</summary>
internal static class ScreenshotPainter
{
    public const int Width = 960;
    public const int Height = 600;

    // Accent, its light side, top bar: no two customers run the same colours.
    private static readonly (uint Accent, uint Soft, uint Bar)[] Looks =
    [
        (0x0F6B75, 0xDCEEF0, 0x16323A), (0x2A5BD7, 0xE3EBFD, 0x1F2A44), (0x5B4BC4, 0xEAE7FA, 0x2B2745), (0x8A5A12, 0xF8EFDD, 0x3A3226), (0x1F7A4D, 0xDFF2E7, 0x1D3A2C),
    ];

    private static readonly Action<Screen>[] Scenes = [TableScene.Paint, DialogScene.Paint, FormScene.Paint, TreeScene.Paint, ChartScene.Paint];

    public static byte[] Paint(int seed)
    {
        var look = Looks[seed * 3 % Looks.Length];
        var canvas = new Canvas(Width, Height, look.Accent, look.Soft, look.Bar);
        var screen = new Screen(canvas, new Random(seed));
        screen.Chrome();
        Scenes[seed % Scenes.Length](screen);
        return canvas.ToPng();
    }

    public static IReadOnlyList<byte[]> PaintMany(int count) => [.. Enumerable.Range(0, count).AsParallel().AsOrdered().Select(Paint)];
}
