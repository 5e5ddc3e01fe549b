namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>Tells dates from numbers by the number format, Chinese formats included.</summary>
internal static class NumberFormats
{
    public static CellStyle Style(int id, string? code) => code is null ? BuiltIn(id) : Custom(code);

    // 27-36 and 50-58 are dates and times in the East Asian editions, and files name them without saying what they are.
    private static CellStyle BuiltIn(int id) => id switch
    {
        >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => new(CellKind.Date, NumberLook.Plain),
        >= 18 and <= 21 or >= 32 and <= 35 or >= 45 and <= 47 or 55 or 56 => new(CellKind.Time, NumberLook.Plain),
        9 or 10 => new(CellKind.Number, new NumberLook(true, 0)),
        _ => CellStyle.General,
    };

    private static CellStyle Custom(string code)
    {
        var (day, time, percent, zeros) = (false, false, false, 0);
        var plainZeros = true;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"': i = Past(code, i, '"'); break;
                case '[': (time, i) = (time || IsElapsed(code, i), Past(code, i, ']')); break;
                case '\\' or '_' or '*': i++; break;
                case 'E' or 'e' when i + 1 < code.Length && code[i + 1] is ('+' or '-'): plainZeros = false; i++; break;
                case 'G' or 'g': i = PastGeneral(code, i); break;
                case 'y' or 'Y' or 'd' or 'D' or 'e' or 'E' or '年' or '月' or '日': day = true; break;
                case 'm' or 'M' when !NearTime(code, i): day = true; break;
                case 'h' or 'H' or 's' or 'S' or '时' or '時' or '分' or '秒': time = true; break;
                case '上' or '下' or 'A' or 'P': time |= IsHalfOfDay(code, i); break;
                case 'a' when code.AsSpan(i).StartsWith("aaa"): day = true; break;
                case '%': percent = true; break;
                case '0': zeros++; break;
                default: plainZeros = false; break;
            }
        }

        if (day || time) return new(day ? CellKind.Date : CellKind.Time, NumberLook.Plain);
        return new(CellKind.Number, new NumberLook(percent, plainZeros && zeros is > 1 and < 20 ? (byte)zeros : (byte)0));
    }

    private static int Past(string code, int start, char end) => code.IndexOf(end, start + 1) is var at and >= 0 ? at : code.Length;

    private static int PastGeneral(string code, int start) =>
        code.AsSpan(start).StartsWith("General", StringComparison.OrdinalIgnoreCase) ? start + 6 : start;

    private static bool IsElapsed(string code, int start) =>
        start + 2 < code.Length && code[start + 1] is ('h' or 'H' or 'm' or 'M' or 's' or 'S') && (code[start + 2] == ']' || char.ToLowerInvariant(code[start + 2]) == char.ToLowerInvariant(code[start + 1]));

    private static bool IsHalfOfDay(string code, int start) =>
        code.AsSpan(start).StartsWith("上午") || code.AsSpan(start).StartsWith("下午") || code.AsSpan(start).StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase) || code.AsSpan(start).StartsWith("A/P");

    // mm:ss and h:mm are minutes.
    private static bool NearTime(string code, int at)
    {
        var after = at;
        while (after < code.Length && code[after] is ('m' or 'M')) after++;
        if (code.AsSpan(after).StartsWith(":s", StringComparison.OrdinalIgnoreCase) || code.AsSpan(after).StartsWith("\"分", StringComparison.Ordinal)) return true;
        var before = at - 1;
        while (before >= 0 && code[before] is ('m' or 'M')) before--;
        return before >= 0 && code[before] is (':' or ']');
    }
}
