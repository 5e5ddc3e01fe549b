namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

internal sealed class XlsxSheet(XlsxBook book, string name, bool hidden, string part) : SourceSheet
{
    public override string Name => name;

    public override bool Hidden => hidden;

    public override SourcePicture? PictureOf(int row, SourceCell cell) =>
        cell.PictureName is { } picture ? book.CellPictures.GetValueOrDefault(picture)?.At(row, cell.Column) : null;

    protected override IEnumerable<SourceRow> Rows()
    {
        using var xml = XlsxPackage.Read(book.Package.OpenLong(part));
        foreach (var row in new SheetRows(xml, book.Values, book.Limits).Read()) yield return row;
    }

    protected override SheetLayout ReadLayout() => new LayoutReader(book.Package, part).Read();
}
