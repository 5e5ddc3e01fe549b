namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>A workbook, or another file that is made for one reader, as the answer to a request.</summary>
public static class WorkbookAnswer
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>First to a file of its own and only then out: what arrives is whole, or does not arrive.</summary>
    public static async Task<IResult> OfAsync(string name, Func<Stream, Task> write, string type = Workbook)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            await write(file);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return Results.File(file, type, name);
    }
}
