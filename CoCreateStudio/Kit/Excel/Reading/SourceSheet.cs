namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>One sheet of a file; a CSV file is one sheet.</summary>
public abstract class SourceSheet
{
    private SheetLayout? _layout;

    public abstract string Name { get; }

    public virtual bool Hidden => false;

    public SheetLayout Layout => _layout ??= Refusals.Watch(ReadLayout);

    /// <summary>The rows from top to bottom, read from the file as they are asked for. A row is valid until the next one.</summary>
    public IEnumerable<SourceRow> ReadRows() => Refusals.Watch(Rows());

    /// <summary>The picture a cell holds, or null when the file lost it.</summary>
    public virtual SourcePicture? PictureOf(int row, SourceCell cell) => null;

    protected abstract IEnumerable<SourceRow> Rows();

    protected virtual SheetLayout ReadLayout() => SheetLayout.Bare;
}
