using System.Collections.ObjectModel;

namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>The columns of a sheet, from left to right: <c>new SheetColumns&lt;Row&gt;().Text("no", () => …, 10, r => r.No).Date(…)</c>.</summary>
public sealed class SheetColumns<T> : Collection<SheetColumn<T>>
{
    /// <summary>A column nobody sees, for ids that an import needs.</summary>
    public SheetColumns<T> Hidden(string key, Func<T, string?> value) =>
        With(new(key, () => key, 10, ColumnKind.Text, (rows, item, _) => rows.Text(value(item))) { IsHidden = true });

    /// <summary>Short text in one line.</summary>
    public SheetColumns<T> Text(string key, Func<string> heading, double width, Func<T, string?> value) =>
        With(new(key, heading, width, ColumnKind.Text, (rows, item, _) => rows.Text(value(item))));

    public SheetColumns<T> WrappedText(string key, Func<string> heading, double width, Func<T, string?> value) =>
        With(new(key, heading, width, ColumnKind.WrappedText, (rows, item, _) => rows.Text(value(item))) { Wraps = value });

    public SheetColumns<T> Number(string key, Func<string> heading, double width, Func<T, decimal?> value, string format = "General") =>
        With(new(key, heading, width, ColumnKind.Number, (rows, item, _) => rows.Number(value(item))) { NumberFormat = format });

    public SheetColumns<T> Date(string key, Func<string> heading, Func<T, DateOnly?> value, double width = 12) =>
        With(new(key, heading, width, ColumnKind.Date, (rows, item, _) => rows.Date(value(item)?.ToDateTime(default))) { NumberFormat = "yyyy-mm-dd" });

    /// <summary>A moment, stored in UTC and shown in the time zone named on the cover.</summary>
    public SheetColumns<T> DateTime(string key, Func<string> heading, Func<T, DateTime?> utc, double width = 17) =>
        With(new(key, heading, width, ColumnKind.DateTime, (rows, item, zone) => rows.Date(Local(utc(item), zone))) { NumberFormat = "yyyy-mm-dd hh:mm" });

    public SheetColumns<T> Link(string key, Func<string> heading, double width, Func<T, string?> text, Func<T, string?> url) =>
        With(new(key, heading, width, ColumnKind.Link, (rows, item, _) => rows.Link(text(item), url(item))));

    /// <summary>Pictures side by side. The row becomes as high as they need.</summary>
    public SheetColumns<T> Pictures(string key, Func<string> heading, double width, Func<T, IReadOnlyList<SheetPicture>> pictures) =>
        With(new(key, heading, width, ColumnKind.Pictures, (rows, _, _) => rows.Blank()) { Pictures = pictures });

    /// <summary>Text out of a drop-down list.</summary>
    public SheetColumns<T> Choice(string key, Func<string> heading, double width, Func<T, string?> value, Func<IReadOnlyList<Choice>> choices) =>
        With(new(key, heading, width, ColumnKind.Choice, (rows, item, _) => rows.Text(value(item))) { Choices = choices });

    private static DateTime? Local(DateTime? utc, TimeZoneInfo zone) =>
        utc is { } value ? TimeZoneInfo.ConvertTimeFromUtc(System.DateTime.SpecifyKind(value, DateTimeKind.Utc), zone) : null;

    private SheetColumns<T> With(SheetColumn<T> column)
    {
        if (this.Any(c => c.Key == column.Key)) throw new ArgumentException($"Two columns have the key {column.Key}.", nameof(column));
        Add(column);
        return this;
    }
}
