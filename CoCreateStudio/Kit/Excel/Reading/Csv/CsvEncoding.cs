using System.Text;

namespace CoCreateStudio.Kit.Excel.Reading.Csv;

/// <summary>Chinese Excel saves CSV as GBK, other programs as UTF-8 with or without a mark; the bytes say which.</summary>
internal static class CsvEncoding
{
    static CsvEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Find(Stream file)
    {
        if (Mark(file) is { } marked) return marked;
        if (Reads(file, new UTF8Encoding(false, throwOnInvalidBytes: true))) return Encoding.UTF8;
        var chinese = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return Reads(file, chinese) ? chinese : Encoding.GetEncoding(1252);
    }

    private static Encoding? Mark(Stream file)
    {
        Span<byte> mark = stackalloc byte[3];
        file.Position = 0;
        var read = file.ReadAtLeast(mark, 3, throwOnEndOfStream: false);
        file.Position = 0;
        if (read == 3 && mark.SequenceEqual(Encoding.UTF8.Preamble)) return Encoding.UTF8;
        if (mark[..2].SequenceEqual(Encoding.Unicode.Preamble)) return Encoding.Unicode;
        return mark[..2].SequenceEqual(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode : null;
    }

    private static bool Reads(Stream file, Encoding encoding)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, encoding, false, 1 << 16, leaveOpen: true);
        var block = new char[1 << 14];
        try
        {
            while (reader.Read(block) > 0)
            {
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }
}
