using System.Text.RegularExpressions;

namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>Excel writes characters XML forbids as _x000D_, and a literal "_x" as _x005F_x.</summary>
internal static partial class Escapes
{
    public static string Decode(string text) => text.Contains("_x", StringComparison.OrdinalIgnoreCase) ? Escape().Replace(text, Letter) : text;

    private static string Letter(Match escape)
    {
        var letter = (char)ushort.Parse(escape.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return letter is '\r' ? "" : char.IsControl(letter) && letter is not ('\n' or '\t') ? " " : letter.ToString();
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
