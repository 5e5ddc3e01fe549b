using CoCreateStudio.Kit.Excel.Reading.Csv;
using CoCreateStudio.Kit.Excel.Reading.Xls;
using CoCreateStudio.Kit.Excel.Reading.Xlsx;

namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>A file somebody sent, opened for reading. It needs the stream until it is disposed; it never runs macros and follows no links.</summary>
public abstract class SourceBook : IDisposable
{
    public abstract IReadOnlyList<SourceSheet> Sheets { get; }

    /// <summary>Pictures in the whole file, logos and previews included.</summary>
    public virtual int PictureCount => Sheets.Sum(s => s.Layout.Pictures.Count);

    /// <summary>Old .xls files keep pictures in a way that is not read; the reader of the file must hear of it.</summary>
    public virtual bool HasUnreadPictures => false;

    public virtual bool HasMacros => false;

    /// <exception cref="FileRefusedException">The file cannot be read; the message says why and what to do.</exception>
    public static SourceBook Open(Stream file, string fileName, ReadLimits? limits = null)
    {
        limits ??= ReadLimits.Default;
        return Refusals.Watch<SourceBook>(() => FileSniffer.Sniff(file, fileName, limits) switch
        {
            FileKind.Xlsx => XlsxBook.From(file, limits),
            FileKind.Xls => new XlsBook(file, limits),
            _ => new CsvBook(file, fileName, limits),
        });
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
