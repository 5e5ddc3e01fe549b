using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace CoCreateStudio.Kit.Excel.Writing.Charts;

/// <summary>A line chart over days as Excel, WPS and LibreOffice read it; the values stand in it, too, for viewers that do not calculate.</summary>
internal static class ChartXml
{
    private const uint DayAxis = 1;
    private const uint ValueAxis = 2;
    private const int LineWidth = 22225; // EMU: 1.75 pt
    private const int TitleSize = 1000; // hundredths of a point

    public static ChartSpace Of(LineChart chart)
    {
        var lines = new C.LineChart(new Grouping { Val = GroupingValues.Standard }, new VaryColors { Val = false });
        lines.Append(chart.Lines.Select((line, i) => Line(chart, line, (uint)i)));
        lines.Append(new ShowMarker { Val = true }, new AxisId { Val = DayAxis }, new AxisId { Val = ValueAxis });
        return new(new RoundedCorners { Val = false }, new Chart(
            Title(chart.Title), new AutoTitleDeleted { Val = false },
            new PlotArea(new Layout(), lines, Days(), Values()),
            new Legend(new LegendPosition { Val = LegendPositionValues.Bottom }, new Overlay { Val = false }),
            new PlotVisibleOnly { Val = true }, new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap }));
    }

    private static Title Title(string text) => new(
        new ChartText(new RichText(new A.BodyProperties(), new A.ListStyle(),
            new A.Paragraph(new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = TitleSize, Bold = true }), new A.Run(new A.RunProperties { FontSize = TitleSize, Bold = true }, new A.Text(text))))),
        new Overlay { Val = false });

    private static LineChartSeries Line(LineChart chart, ChartLine line, uint index)
    {
        var look = new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = line.Rgb })) { Width = LineWidth };
        if (line.Dashed) look.Append(new A.PresetDash { Val = A.PresetLineDashValues.Dash });
        return new(
            new C.Index { Val = index }, new Order { Val = index }, new SeriesText(new NumericValue(line.Name)),
            new ChartShapeProperties(look), new Marker(new Symbol { Val = line.Dashed ? MarkerStyleValues.None : MarkerStyleValues.Circle }, new Size { Val = 5 }, Fill(line.Rgb)),
            new CategoryAxisData(new NumberReference(new Formula(Range(chart, chart.DayColumn)), Cache("yyyy\\-mm\\-dd", [.. chart.Days.Select(d => (decimal)d.ToDateTime(default).ToOADate())]))),
            new C.Values(new NumberReference(new Formula(Range(chart, line.Column)), Cache("General", line.Values))),
            new Smooth { Val = false });
    }

    private static ChartShapeProperties Fill(string rgb) => new(
        new A.SolidFill(new A.RgbColorModelHex { Val = rgb }), new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = rgb })));

    private static string Range(LineChart chart, string column) =>
        $"'{chart.Tab.Replace("'", "''", StringComparison.Ordinal)}'!${column}${chart.First}:${column}${chart.First + chart.Days.Count - 1}";

    private static NumberingCache Cache(string format, IReadOnlyList<decimal> values)
    {
        NumberingCache cache = new(new FormatCode(format), new PointCount { Val = (uint)values.Count });
        cache.Append(values.Select((value, i) => new NumericPoint(new NumericValue(value.ToString(CultureInfo.InvariantCulture))) { Index = (uint)i }));
        return cache;
    }

    private static DateAxis Days() => new(
        new AxisId { Val = DayAxis }, new Scaling(new Orientation { Val = OrientationValues.MinMax }), new Delete { Val = false }, new AxisPosition { Val = AxisPositionValues.Bottom },
        new NumberingFormat { FormatCode = "yyyy\\-mm\\-dd", SourceLinked = false }, new MajorTickMark { Val = TickMarkValues.Outside }, new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.Low }, new CrossingAxis { Val = ValueAxis }, new Crosses { Val = CrossesValues.AutoZero },
        new AutoLabeled { Val = true }, new LabelOffset { Val = 100 }, new BaseTimeUnit { Val = TimeUnitValues.Days });

    private static ValueAxis Values() => new(
        new AxisId { Val = ValueAxis }, new Scaling(new Orientation { Val = OrientationValues.MinMax }), new Delete { Val = false }, new AxisPosition { Val = AxisPositionValues.Left },
        new MajorGridlines(new ChartShapeProperties(new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = "D0D8D7" })))),
        new NumberingFormat { FormatCode = "General", SourceLinked = true }, new MajorTickMark { Val = TickMarkValues.None }, new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.NextTo }, new CrossingAxis { Val = DayAxis }, new Crosses { Val = CrossesValues.AutoZero }, new CrossBetween { Val = CrossBetweenValues.Between });
}
