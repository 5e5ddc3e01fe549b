using System.Text.RegularExpressions;
using CoCreateStudio.Kit.Excel.Reading;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>What a person chose about dates that can be read in more than one way.</summary>
/// <param name="Year">The year of "11月19日", usually that of the file.</param>
/// <param name="DayFirst">Whether 06-09-21 is the sixth of September; null when nobody said.</param>
public sealed record DateChoice(int? Year = null, bool? DayFirst = null)
{
    public static readonly DateChoice None = new();
}

/// <summary>A date, the words around it, or the reason why there is none. All empty for an empty cell.</summary>
public sealed record ReadDate(DateTime? Date, bool HasTime = false, string Person = "", string Rest = "", ImportProblem? Problem = null)
{
    public static readonly ReadDate Nothing = new((DateTime?)null);
}

/// <summary>Reads dates as people type them. What can be read in two ways is asked about, never guessed.</summary>
public static partial class DateWords
{
    private const double FirstSerial = 30_000;
    private const double LastSerial = 70_000;

    public static ReadDate Read(SourceCell cell, DateChoice choice)
    {
        if (cell.Date is { } date) return new ReadDate(date, cell.HasTime);
        if (cell.Number is >= FirstSerial and < LastSerial) return new ReadDate(new DateTime(1899, 12, 30).AddDays(Math.Floor(cell.Number.Value)));
        return Read(cell.Text, choice);
    }

    public static ReadDate Read(string text, DateChoice choice)
    {
        text = text.Trim();
        if (WordTable.SaysNothing(text)) return ReadDate.Nothing;
        if (Zoned().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return new ReadDate(moment.UtcDateTime, true);
        return YearFirst(text) ?? MonthAndDay(text, choice) ?? MonthName(text) ?? ShortParts(text, choice) ?? Unreadable(text);
    }

    private static ReadDate? YearFirst(string text)
    {
        var found = YearFirstPattern().Match(text);
        if (!found.Success) found = Compact().Match(text);
        if (!found.Success) return null;
        if (!found.Groups["d"].Success) return Failed(nameof(ImportText.DayMissing), text);
        return Around(text, found, DateParts.Of(found, Number(found, "y")));
    }

    private static ReadDate? MonthAndDay(string text, DateChoice choice)
    {
        var found = MonthAndDayPattern().Match(text);
        if (!found.Success) return null;
        return choice.Year is { } year ? Around(text, found, DateParts.Of(found, year)) : Failed(nameof(ImportText.YearMissing), text);
    }

    // 1-Jan-20, 1 January 2020, Jan 1, 2020
    private static ReadDate? MonthName(string text)
    {
        var found = DayMonthName().Match(text);
        if (!found.Success) found = MonthNameDay().Match(text);
        if (!found.Success) return null;
        var month = Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, m => m.Equals(found.Groups["n"].Value[..3], StringComparison.OrdinalIgnoreCase)) + 1;
        return Around(text, found, new DateParts(FullYear(Number(found, "y")), month, Number(found, "d")));
    }

    // 31.11.2026 is day first wherever dots are used; 06/09/2021 and 06-09-21 are not.
    private static ReadDate? ShortParts(string text, DateChoice choice)
    {
        var found = ShortPattern().Match(text);
        if (!found.Success) return null;
        var (first, second) = (Number(found, "a"), Number(found, "b"));
        var year = found.Groups["y"].Length;
        var dayFirst = choice.DayFirst ?? Order(first, second, found.Groups["s"].Value, year < 4);
        // In 20/1/1 the year comes first, or somebody wrote 2001 as 1.
        if (dayFirst is null || year == 1) return Failed(nameof(ImportText.DateAmbiguous), text);
        return Around(text, found, new DateParts(FullYear(Number(found, "y")), dayFirst.Value ? second : first, dayFirst.Value ? first : second));
    }

    private static bool? Order(int first, int second, string separator, bool shortYear)
    {
        if (shortYear) return null;
        if (separator == "." || first > 12) return true;
        return second > 12 || first == second ? false : null;
    }

    private static ReadDate Around(string text, Match found, DateParts parts)
    {
        if (parts.Problem(text) is { } problem) return new ReadDate(null, Problem: problem);
        var before = text[..found.Index].Trim(' ', '-', '—', ':', '：', '/', '_', ',', '，', '(', '（');
        var after = text[(found.Index + found.Length)..];
        var time = DayTime.Find(after, out var rest);
        return new ReadDate(parts.Date + (time ?? TimeSpan.Zero), time is not null, before, rest);
    }

    private static ReadDate Unreadable(string text) => Failed(nameof(ImportText.DateUnreadable), text);

    private static ReadDate Failed(string problem, string text) => new(null, Problem: new ImportProblem(problem, text));

    private static int Number(Match found, string group) => int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int FullYear(int year) => year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;

    private readonly record struct DateParts(int Year, int Month, int Day)
    {
        public DateTime Date => new(Year, Month, Day);

        public static DateParts Of(Match found, int year) => new(year, Number(found, "m"), Number(found, "d"));

        public ImportProblem? Problem(string text)
        {
            if (Year is < 1900 or > 2200) return new ImportProblem(nameof(ImportText.DateUnreadable), text);
            if (Month is < 1 or > 12) return new ImportProblem(nameof(ImportText.NoSuchMonth), text, Month);
            var days = DateTime.DaysInMonth(Year, Month);
            return Day >= 1 && Day <= days ? null : new ImportProblem(nameof(ImportText.NoSuchDay), text, new DateTime(Year, Month, 1), days);
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$", RegexOptions.IgnoreCase)]
    private static partial Regex Zoned();

    [GeneratedRegex(@"(?<!\d)(?<y>(19|20|21)\d\d)\s*[年./\-－]\s*(?<m>\d{1,2})(\s*[月./\-－]\s*(?<d>\d{1,2})(?!\d)\s*[日号號]?|\s*月?(?!\d))")]
    private static partial Regex YearFirstPattern();

    [GeneratedRegex(@"^(?<y>(19|20)\d\d)(?<m>[01]\d)(?<d>[0-3]\d)(?!\d)")]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<!\d)(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})(?![\d月])\s*[日号號]?")]
    private static partial Regex MonthAndDayPattern();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(st|nd|rd|th)?[\s\-./]*(?<n>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?[\s\-./]*(?<y>\d{4}|\d\d)(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex DayMonthName();

    [GeneratedRegex(@"\b(?<n>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s*(?<d>\d{1,2})(st|nd|rd|th)?,?\s+(?<y>\d{4})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex MonthNameDay();

    [GeneratedRegex(@"(?<!\d)(?<a>\d{1,2})(?<s>[./\-])(?<b>\d{1,2})\k<s>(?<y>\d{4}|\d{1,2})(?!\d)")]
    private static partial Regex ShortPattern();
}
