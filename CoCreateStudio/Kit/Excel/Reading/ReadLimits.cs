namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>How much of a stranger's file is worth reading. Beyond a limit the file is refused, never half read.</summary>
public sealed record ReadLimits
{
    public static readonly ReadLimits Default = new();

    public long FileBytes { get; init; } = 100L << 20;

    /// <summary>One part of the archive, unpacked: 50,000 rows of 12 columns need about 30 MB.</summary>
    public long PartBytes { get; init; } = 1L << 30;

    public int Parts { get; init; } = 20_000;

    public long SharedTextLetters { get; init; } = 128L << 20;

    public int Rows { get; init; } = 1_048_576;

    public long CellsPerSheet { get; init; } = 20_000_000;

    public long PictureBytes { get; init; } = 50L << 20;
}
