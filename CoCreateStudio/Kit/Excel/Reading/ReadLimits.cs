namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>How much of a stranger's file is worth reading. Beyond a limit the file is refused, never half read.</summary>
public sealed record ReadLimits
{
    public static readonly ReadLimits Default = new();

    public long FileBytes { get; init; } = 100L << 20;

    /// <summary>All that is not a picture, unpacked: 50,000 rows of 12 columns need about 30 MB.</summary>
    public long UnpackedBytes { get; init; } = 1L << 30;

    /// <summary>One part that is kept whole, such as styles or comments; rows and shared texts are read as they come.</summary>
    public long PartBytes { get; init; } = 32L << 20;

    /// <summary>How much smaller than its content a part may be; tables reach 40. Small parts may be anything.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>One cell or attribute; Excel ends at 32,767 letters.</summary>
    public int TextBytes { get; init; } = 2 << 20;

    public int Parts { get; init; } = 20_000;

    public int Sheets { get; init; } = 500;

    public long SharedTextLetters { get; init; } = 32L << 20;

    public int Rows { get; init; } = 1_048_576;

    public long CellsPerSheet { get; init; } = 20_000_000;

    public long PictureBytes { get; init; } = 50L << 20;
}
