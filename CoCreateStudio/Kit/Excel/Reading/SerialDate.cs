namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>Excel's day numbers.</summary>
internal static class SerialDate
{
    private const double LastDay = 2_958_466;
    private const int DaysFrom1900To1904 = 1462;

    public static DateTime? Read(double serial, bool from1904)
    {
        if (from1904) serial += DaysFrom1900To1904;
        if (serial is < 0 or >= LastDay) return null;
        // Day 60 is the 29th of February 1900, which never was; Excel kept it from Lotus 1-2-3.
        if (!from1904 && serial < 60) serial++;
        return new DateTime(1899, 12, 30).AddSeconds(Math.Round(serial * 86400));
    }
}
