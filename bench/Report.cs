using System.Globalization;
using System.Text;

namespace Bench;

/// <summary>What was measured, as a markdown table.</summary>
internal sealed class Report
{
    private readonly StringBuilder _lines = new("| what | measured | budget | |\n|---|--:|--:|---|\n");

    public void Add(string what, double measured, string unit, double? budget = null)
    {
        var verdict = budget is null ? "" : measured <= budget ? "ok" : "missed";
        var line = string.Create(CultureInfo.InvariantCulture, $"| {what} | {measured:0.##} {unit} | {(budget is { } limit ? $"{limit:0.##} {unit}" : "–")} | {verdict} |");
        Console.Error.WriteLine(line);
        _lines.AppendLine(line);
    }

    public static double Percentile(IEnumerable<double> values, double part)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)Math.Min(sorted.Length - 1, Math.Round(part * (sorted.Length - 1)))];
    }

    public static double Median(IEnumerable<double> values) => Percentile(values, 0.5);

    public override string ToString() => _lines.ToString();
}
