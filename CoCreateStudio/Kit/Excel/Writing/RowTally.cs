namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>Counts the rows of a whole workbook and tells now and then.</summary>
internal sealed class RowTally(IProgress<int>? progress)
{
    private const int Every = 250;

    private int _rows;

    public void Add()
    {
        if (++_rows % Every == 0) progress?.Report(_rows);
    }

    public void Finish() => progress?.Report(_rows);
}
