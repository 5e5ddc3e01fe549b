namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>A picture in the file. Its content stays in the file until it is opened.</summary>
public sealed class SourcePicture(int row, int column, string name, string fileName, long length, Func<Stream> open)
{
    /// <summary>The row its upper left corner stands in; 0 when the file does not say.</summary>
    public int Row { get; } = row;

    public int Column { get; } = column;

    public string Name { get; } = name;

    public string FileName { get; } = fileName;

    public long Length { get; } = length;

    /// <summary>Squeezed to nothing, which happens when rows are deleted under a picture.</summary>
    public bool ZeroSize { get; init; }

    /// <summary>The stand-in picture of an attached document, not a screenshot.</summary>
    public bool Preview { get; init; }

    public Stream Open() => Refusals.Watch(open);

    /// <exception cref="FileRefusedException">The picture is damaged inside the file.</exception>
    public async Task CopyToAsync(Stream target, CancellationToken ct = default)
    {
        await using var content = Open();
        try
        {
            await content.CopyToAsync(target, ct);
        }
        catch (InvalidDataException e)
        {
            throw new FileRefusedException(nameof(ReadingText.Damaged), e);
        }
    }

    internal SourcePicture At(int row, int column) => new(row, column, Name, FileName, Length, open) { ZeroSize = ZeroSize, Preview = Preview };
}
