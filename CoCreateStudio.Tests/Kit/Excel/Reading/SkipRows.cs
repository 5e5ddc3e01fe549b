using System.Text;
using CoCreateStudio.Kit.Excel.Reading.Xlsx;

namespace CoCreateStudio.Tests.Kit.Excel.Reading;

internal static class SkipRows
{
    public static string Read(string xml, int step)
    {
        using var stream = new SkipRowsStream(new MemoryStream(Encoding.UTF8.GetBytes(xml)));
        var text = new StringBuilder();
        var buffer = new byte[step];
        for (int read; (read = stream.Read(buffer)) > 0;) text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        return text.ToString();
    }
}
