namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>Numbers as a person reads them in the sheet.</summary>
internal static class NumberWords
{
    private const double LargestExact = 1e15;

    public static string Write(double number, NumberLook look)
    {
        if (look.Percent) return Plain(number * 100) + "%";
        if (look.LeadingDigits > 1 && number == Math.Floor(number) && Math.Abs(number) < LargestExact) return ((long)number).ToString("D" + look.LeadingDigits, CultureInfo.InvariantCulture);
        return Plain(number);
    }

    public static string Time(double days)
    {
        var time = TimeSpan.FromSeconds(Math.Round(days * 86400));
        return string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours:00}:{time:mm\\:ss}");
    }

    // A double becomes a decimal at 15 digits, which drops the noise of 1111.1111000000001.
    private static string Plain(double number)
    {
        if (Math.Abs(number) < LargestExact && number == Math.Floor(number)) return ((long)number).ToString(CultureInfo.InvariantCulture);
        return Math.Abs(number) < 7.9e28 ? ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
    }
}
