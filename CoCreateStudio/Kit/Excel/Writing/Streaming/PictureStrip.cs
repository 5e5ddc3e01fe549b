namespace CoCreateStudio.Kit.Excel.Writing.Streaming;

/// <summary>A picture in its cell: column and row count from 0, place and size are pixels.</summary>
internal sealed record PlacedPicture(SheetPicture Source, string Extension, double X, double Width, double Height, int Column = 0, int Row = 0);

/// <summary>The pictures of one cell, measured and laid side by side.</summary>
internal sealed record PictureStrip(IReadOnlyList<PlacedPicture> Pictures, string OtherNames)
{
    public const double Gap = 4;

    // In line with the indent of the text above.
    private const double Left = 9;
    private const double TallestPicture = 160;
    private const double PointsPerPixel = 0.75;

    /// <summary>The height in points that the row needs: the pictures, and below them the names of those not shown.</summary>
    public double Height
    {
        get
        {
            var names = OtherNames.Length == 0 ? 0 : OtherNames.Count(c => c == '\n') + 1;
            var pictures = Pictures.Count == 0 ? 0 : (Pictures.Max(p => p.Height) + 2 * Gap) * PointsPerPixel;
            return pictures + (names == 0 ? 0 : TextHeight.Of(names));
        }
    }

    public static async Task<PictureStrip> MeasureAsync(IReadOnlyList<SheetPicture> pictures, double cellWidth, CancellationToken ct)
    {
        List<(SheetPicture Source, PictureHead Head)> shown = [];
        List<string> others = [];
        foreach (var picture in pictures)
        {
            await using var stream = await picture.OpenAsync(ct);
            if (await PictureHead.ReadAsync(stream, ct) is { } head) shown.Add((picture, head));
            else others.Add(picture.Name);
        }

        return new(Place(shown, cellWidth), string.Join('\n', others));
    }

    /// <summary>As tall as allowed, never enlarged; if the row of pictures is then too wide, all of them shrink alike.</summary>
    private static List<PlacedPicture> Place(List<(SheetPicture Source, PictureHead Head)> shown, double cellWidth)
    {
        var widths = shown.Select(s => s.Head.Width * Math.Min(1, TallestPicture / s.Head.Height)).ToList();
        var room = Math.Max(1, cellWidth - Left - Gap * shown.Count);
        var shrink = Math.Min(1, room / widths.DefaultIfEmpty(1).Sum());
        List<PlacedPicture> placed = [];
        var x = Left;
        foreach (var ((source, head), fullWidth) in shown.Zip(widths))
        {
            var width = fullWidth * shrink;
            placed.Add(new(source, head.Extension, x, width, width * head.Height / head.Width));
            x += width + Gap;
        }

        return placed;
    }
}
