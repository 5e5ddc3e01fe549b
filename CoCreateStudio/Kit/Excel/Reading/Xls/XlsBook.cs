using System.Text;
using ExcelDataReader;

namespace CoCreateStudio.Kit.Excel.Reading.Xls;

/// <summary>The old binary format, through ExcelDataReader.</summary>
internal sealed class XlsBook : SourceBook
{
    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private readonly List<SourceSheet> _sheets = [];
    private readonly Stream _file;
    private readonly ReadLimits _limits;
    private bool? _pictures;

    static XlsBook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public XlsBook(Stream file, ReadLimits limits)
    {
        (_file, _limits) = (file, limits);
        using var reader = Start();
        for (var i = 0; i < reader.ResultsCount; i++)
        {
            _sheets.Add(new XlsSheet(this, i, reader.Name, reader.VisibleState != "visible", _limits));
            reader.NextResult();
        }
    }

    public override IReadOnlyList<SourceSheet> Sheets => _sheets;

    public override bool HasUnreadPictures => _pictures ??= FindPictures();

    internal IExcelDataReader Start()
    {
        _file.Position = 0;
        return ExcelReaderFactory.CreateBinaryReader(_file, new ExcelReaderConfiguration { LeaveOpen = true });
    }

    private bool FindPictures()
    {
        var block = new byte[1 << 16];
        _file.Position = 0;
        for (int read; (read = _file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)) > 0;)
        {
            var bytes = block.AsSpan(0, read);
            if (bytes.IndexOf("PNG\r\n\u001a\n"u8) >= 0 || bytes.IndexOf(Jpeg) >= 0) return true;
        }

        return false;
    }
}
