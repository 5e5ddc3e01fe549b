namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>
/// A picture for a cell. It is opened twice, once for its size and once for its bytes, so that a workbook
/// of thousands of pictures never holds more than one of them in memory.
/// </summary>
public sealed record SheetPicture(string Name, Func<CancellationToken, Task<Stream>> OpenAsync)
{
    public SheetPicture(string name, Func<Stream> open) : this(name, _ => Task.FromResult(open()))
    {
    }
}
