using CoCreateStudio.Features.Customers.Import.Traits;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Customers.Import;

/// <summary>A file somebody sent, from its arrival until it is imported or left: the file, what was understood of it, and what was chosen.</summary>
public sealed class ImportSession : IDisposable
{
    private readonly TableFinder _finder;
    private readonly FileStream _file;
    private readonly SourceBook _book;
    private readonly FoundTable[] _tables;

    private ImportSession(FileStream file, SourceBook book, string fileName, bool candidates)
    {
        (_file, _book, FileName) = (file, book, fileName);
        Words = candidates ? ImportVocabulary.Candidates : ImportVocabulary.All;
        _finder = new(Words);
        _tables = [.. _finder.Find(book).Select(TraitColumns.Settle)];
        Taken = [.. Enumerable.Range(0, _tables.Length).Where(i => _tables[i].Used)];
        Shown = Taken.Count > 0 ? Taken.Min : 0;
    }

    public string FileName { get; }

    /// <summary>What a column may be taken for.</summary>
    public ImportWords Words { get; }

    public IReadOnlyList<FoundTable> Tables => _tables;

    /// <summary>The tables that are read, by their place in the file.</summary>
    public SortedSet<int> Taken { get; }

    /// <summary>The table whose columns are looked at.</summary>
    public int Shown { get; set; }

    public ImportChoices Choices { get; } = new();

    /// <summary>What the rows bring, as everything is chosen now.</summary>
    public IReadOnlyList<PlannedCompany> Companies { get; private set; } = [];

    /// <summary>Rows that name no company, not even above them.</summary>
    public IReadOnlyList<FileRow> Homeless { get; private set; } = [];

    /// <summary>Keeps what is sent in a temporary file, which is gone with the session, and looks at it.</summary>
    /// <param name="candidates">The companies become candidates, so what the file says of their traits is read, too.</param>
    /// <exception cref="FileRefusedException">The file cannot be read.</exception>
    public static async Task<ImportSession> OpenAsync(Stream sent, string fileName, bool candidates, CancellationToken ct = default)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), "customers-" + Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        SourceBook? book = null;
        try
        {
            await sent.CopyToAsync(file, ct);
            return await Task.Run(() => new ImportSession(file, book = SourceBook.Open(file, fileName), Path.GetFileName(fileName), candidates), ct);
        }
        catch
        {
            book?.Dispose();
            await file.DisposeAsync();
            throw;
        }
    }

    public void Take(int table, bool taken)
    {
        if (taken && _tables[table].Columns.Count == 0) HeadAt(table, 1);
        if (taken && _tables[table].Columns.Count > 0) Taken.Add(table);
        else Taken.Remove(table);
    }

    /// <summary>Reads a table with its heading in this row.</summary>
    public void HeadAt(int table, int row)
    {
        var found = _finder.FindAt(_tables[table], row);
        if (found.Columns.Count == 0) return;
        _tables[table] = TraitColumns.Settle(found);
        Taken.Add(table);
    }

    /// <summary>Takes a column of the shown table for something else; null leaves it out.</summary>
    public void Map(int column, string? key)
    {
        var target = Words.Targets.FirstOrDefault(t => t.Key == key) ?? ImportVocabulary.LeftOut;
        _tables[Shown] = _tables[Shown] with
        {
            Columns = [.. _tables[Shown].Columns.Select(c => c.Column == column ? c with { Target = target, Confidence = MappingConfidence.Sure, Reason = MappingReason.Chosen }
                : c.Target == target && target != ImportVocabulary.LeftOut ? c with { Target = ImportVocabulary.LeftOut, Reason = MappingReason.Chosen } : c)],
        };
    }

    /// <summary>Reads the rows and compares them with what is known, on another thread: a file may hold thousands.</summary>
    public Task ReadAsync(KnownDirectory known, CancellationToken ct = default) => Task.Run(() =>
    {
        var rows = FileRows.Read(Taken.Select(t => _tables[t]), ct);
        Companies = new ImportPlanner(known, Choices).Plan(rows.Where(r => r.Company.Length > 0));
        Homeless = [.. rows.Where(r => r.Company.Length == 0)];
    }, ct);

    public void Dispose()
    {
        _book.Dispose();
        _file.Dispose();
    }
}
