namespace CoCreateStudio.Kit.Excel.Reading.Csv;

internal sealed class CsvBook(Stream file, string fileName, ReadLimits limits) : SourceBook
{
    public override IReadOnlyList<SourceSheet> Sheets { get; } =
        [new CsvSheet(file, Path.GetFileNameWithoutExtension(fileName), CsvEncoding.Find(file), limits)];
}
