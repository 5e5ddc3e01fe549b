namespace CoCreateStudio.Kit.Excel.Writing.Charts;

/// <summary>A line over days, out of the rows of a sheet that stand below one another.</summary>
/// <param name="Tab">The sheet with the rows, by the name on its tab.</param>
/// <param name="First">The first row, as Excel counts.</param>
/// <param name="DayColumn">The letter of the column with the days.</param>
public sealed record LineChart(string Title, string Tab, int First, IReadOnlyList<DateOnly> Days, string DayColumn, IReadOnlyList<ChartLine> Lines);

/// <param name="Column">The letter of the column with the values.</param>
/// <param name="Rgb">The colour of the line, such as "0B6873".</param>
/// <param name="Dashed">For what is aimed at, beside what was reached.</param>
public sealed record ChartLine(string Name, string Column, IReadOnlyList<decimal> Values, string Rgb, bool Dashed = false);
