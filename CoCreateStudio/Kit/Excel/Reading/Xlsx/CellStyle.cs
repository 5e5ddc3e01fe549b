namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>What a cell's number format makes of a number.</summary>
internal readonly record struct CellStyle(CellKind Kind, NumberLook Look)
{
    public static readonly CellStyle General = new(CellKind.Number, NumberLook.Plain);
}
