using System.Diagnostics;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Features.Requirements.Import.Learning;
using CoCreateStudio.Features.Requirements.RoundTrip;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>A file somebody sent, from its arrival until it is imported or left: the file, what was understood of it, and what was chosen.</summary>
public sealed class ImportSession : IDisposable
{
    private readonly TableFinder _finder = new(RequirementWords.All);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly FileStream _file;
    private readonly SourceBook _book;
    private readonly FoundTable[] _tables;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private RowComparing? _comparing;
    private Recollection _recollection = Recollection.Nothing;
    private readonly HashSet<int> _decided = [];
    private readonly TimeZoneInfo? _written;
    private ReturnedDifference? _returned;
    private bool _left;

    private ImportSession(FileStream file, SourceBook book, string fileName)
    {
        (_file, _book, FileName) = (file, book, fileName);
        _tables = [.. _finder.Find(book).Select(OwnSheet.Recognise)];
        Taken = [.. Enumerable.Range(0, _tables.Length).Where(i => _tables[i].Used)];
        Shown = Taken.Count > 0 ? Taken.Min : 0;
        _written = _tables.Any(OwnSheet.Is) ? WrittenZone.Of(book) : null;
    }

    /// <summary>The stamp of a table that we sent.</summary>
    public Guid? Stamp => _tables.Select(OwnSheet.StampOf).FirstOrDefault(s => s is not null);

    /// <summary>The table that the file is, as we sent it; null for any other file.</summary>
    public ReturnedTable? Returned { get; private set; }

    /// <summary>What of the sent table the file no longer has, and what else is to be said of it as a whole.</summary>
    public ReturnedAccount? Account { get; private set; }

    public string FileName { get; }

    public long Size => _file.Length;

    public int Pictures => _book.PictureCount;

    public bool HasMacros => _book.HasMacros;

    public bool HasUnreadPictures => _book.HasUnreadPictures;

    public TimeSpan ReadIn { get; private set; }

    public IReadOnlyList<FoundTable> Tables => _tables;

    /// <summary>The sheets that are read, by their place in the file.</summary>
    public SortedSet<int> Taken { get; }

    /// <summary>The sheet whose columns are looked at.</summary>
    public int Shown { get; set; }

    public ImportChoices Choices { get; } = new();

    public ImportPreview Preview { get; private set; } = ImportPreview.Empty;

    /// <summary>The rows as they are shown: what needs somebody first. They keep their places while they are mended.</summary>
    public IReadOnlyList<ImportRow> InOrder { get; private set; } = [];

    /// <summary>What was there when the rows were compared.</summary>
    public KnownRows Known { get; private set; } = KnownRows.None;

    public int PicturesNotTaken { get; private set; }

    /// <summary>Some column says what the rows are about.</summary>
    public bool HasWords => Taken.Any(t => OwnSheet.Is(_tables[t]) || _tables[t].Columns.Any(c => c.Target?.Role == TargetRole.Essence));

    /// <summary>Keeps what is sent in a temporary file, which is gone with the session, and looks at it.</summary>
    /// <exception cref="FileRefusedException">The file cannot be read.</exception>
    public static async Task<ImportSession> OpenAsync(Stream sent, string fileName, IProgress<long>? progress = null, CancellationToken ct = default)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), "import-" + Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        SourceBook? book = null;
        try
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = await sent.ReadAsync(buffer, ct)) > 0; progress?.Report(file.Length)) await file.WriteAsync(buffer.AsMemory(0, read), ct);
            return await Task.Run(() => new ImportSession(file, book = SourceBook.Open(file, fileName), Path.GetFileName(fileName)), ct);
        }
        catch
        {
            book?.Dispose();
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes the tables as those of their shape were taken the last time. What somebody has chosen meanwhile stays.</summary>
    public void Recall(Recollection recollection)
    {
        if (Choices.Dates.DayFirst is { } before && _recollection.DayFirst(_tables) == before) Choices.Dates = Choices.Dates with { DayFirst = null };
        _recollection = recollection;
        for (var i = 0; i < _tables.Length; i++)
        {
            if (!_decided.Contains(i) && !recollection.Knows(_tables[i]) && recollection.IsLookedFor(_tables[i])) _tables[i] = _finder.FindKnown(_tables[i], recollection.Knows) ?? _tables[i];
            _tables[i] = recollection.Apply(_tables[i]);
            if (!_decided.Contains(i) && recollection.Taken(_tables[i]) is { } taken) Include(i, taken);
        }

        if (!Taken.Contains(Shown) && Taken.Count > 0) Shown = Taken.Min;
        if (Choices.Dates.DayFirst is null && recollection.DayFirst(_tables) is { } dayFirst) Choices.Dates = Choices.Dates with { DayFirst = dayFirst };
    }

    /// <summary>How the tables are taken now.</summary>
    public IReadOnlyList<LearnedTable> Learned => LearnedTable.Of(_tables, Taken, Choices.Dates.DayFirst);

    /// <summary>Takes the file for a table that we sent; null takes it for any file, whose keys prove nothing.</summary>
    public void TakeAs(ReturnedTable? returned)
    {
        Returned = returned;
        for (var i = 0; i < _tables.Length; i++)
        {
            if (OwnSheet.StampOf(_tables[i]) is null) continue;
            if (returned is null) _tables[i] = OwnSheet.WithoutIds(_tables[i]);
            else
            {
                _tables[i] = OwnSheet.Recognise(_tables[i]);
                if (Taken.Add(i)) Shown = i;
            }
        }

        if (returned is not null) Taken.RemoveWhere(i => OwnSheet.StampOf(_tables[i]) != returned.Id);
    }

    public void Take(int sheet, bool taken)
    {
        _decided.Add(sheet);
        Include(sheet, taken);
    }

    private void Include(int sheet, bool taken)
    {
        if (!taken) Taken.Remove(sheet);
        else if (_tables[sheet].Columns.Count > 0 || Found(sheet, 1)) Taken.Add(sheet);
    }

    /// <summary>Reads the shown sheet with its heading in this row, or with none.</summary>
    public void HeadAt(int row)
    {
        _decided.Add(Shown);
        if (Found(Shown, row)) Taken.Add(Shown);
    }

    /// <summary>Takes a column for something; columns with the same heading in other sheets follow.</summary>
    public void Map(FoundColumn column, ImportTarget? target)
    {
        for (var i = 0; i < _tables.Length; i++)
        {
            _tables[i] = _tables[i] with
            {
                Columns = [.. _tables[i].Columns.Select(c => (i == Shown && c.Column == column.Column) || (column.Heading.Length > 0 && c.Heading == column.Heading)
                    ? c with { Target = target, Confidence = MappingConfidence.Sure, Reason = MappingReason.Chosen, Remark = null } : c)],
            };
        }
    }

    /// <summary>Reads the rows again, as everything is chosen now, and compares them with what is there.</summary>
    public Task ReadAsync(ProjectFacts facts, TimeZoneInfo zone, KnownRows known, IProgress<int>? progress = null, CancellationToken ct = default) => UseAsync(() => Task.Run(async () =>
    {
        TakenTable[] tables = [.. Taken.Select(t => new TakenTable(t, _tables[t]))];
        var preview = Reader(facts, zone).Read(tables, progress, ct);
        RowComparing comparing = new(facts, Choices);
        if (Returned is null) await new ImportDifference(known, comparing).FindAsync(preview.Rows, ct);
        else Account = await (_returned = new(Returned, known, comparing, Choices)).FindAsync(preview.Rows, tables, ct);
        (Preview, _comparing, Known) = (preview, comparing, known);
        InOrder = [.. Preview.Rows.OrderBy(r => r.Kind)];
        PicturesNotTaken = Preview.Rows.Sum(r => r.Pictures.Count(p => !ImportPictures.IsTaken(p)));
        if (ReadIn == TimeSpan.Zero) ReadIn = _watch.Elapsed;
    }, ct), ct);

    /// <summary>Says what shall become of a row; null leaves it to what is usual.</summary>
    public void Want(ImportRow row, RowFate? fate)
    {
        row.Chosen = fate;
        if (fate is { } chosen) Choices.Fates[(row.Sheet, row.Number)] = chosen;
        else Choices.Fates.Remove((row.Sheet, row.Number));
        _comparing?.Try(row);
    }

    /// <summary>Takes a change of a row, or leaves the requirement as it is.</summary>
    public void Want(ImportRow row, CellChange change, bool taken)
    {
        change.Taken = taken;
        Choices.Cells[new(row.Sheet, row.Number, change.Name)] = taken;
        _comparing?.Try(row);
    }

    /// <summary>Takes a value that a person typed for a cell that was wrong.</summary>
    public void Mend(ImportRow row, CellProblem problem, string text, ProjectFacts facts, TimeZoneInfo zone)
    {
        Reader(facts, zone).Mend(row, problem, text);
        if (Returned is null) _comparing?.Compare(row);
        else _returned?.Again(row);
    }

    /// <summary>What would be written now.</summary>
    public ImportOrder Order(Guid? customer, bool shared)
    {
        List<ImportRow> taken = [.. Preview.Rows.Where(r => r.IsTaken)];
        var same = Preview.Count(RowKind.Same);
        return new(FileName, taken, Preview.Rows.Count - taken.Count - same, customer, shared && customer is not null) { Seen = Known, Tables = Returned is null ? Learned : [], Returned = Returned, Same = same, Wrong = Preview.Rows.Count(WrongRows.Holds) };
    }

    /// <summary>The file as it was sent, taken apart to be kept.</summary>
    public async Task<KeptFile> KeepAsync(CancellationToken ct)
    {
        _file.Position = 0;
        return await ImportFileStore.ReadAsync(ImportFileKind.Sent, _file, ct);
    }

    /// <summary>Runs something that reads from the file; the file stays until it is done.</summary>
    public Task UseAsync(Func<Task> use, CancellationToken ct) => UseAsync(async () =>
    {
        await use();
        return true;
    }, ct);

    public async Task<T> UseAsync<T>(Func<Task<T>> use, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            ObjectDisposedException.ThrowIf(_left, this);
            return await use();
        }
        finally
        {
            if (_left) Close();
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _left = true;
        if (!_turn.Wait(0)) return; // whoever reads from the file closes it
        Close();
        _turn.Release();
    }

    // Moments in a file of ours are those of whoever wrote it.
    private ImportReader Reader(ProjectFacts facts, TimeZoneInfo zone) => new(Returned?.Facts ?? facts, Returned?.Zone ?? _written ?? zone, Choices);

    private bool Found(int sheet, int row)
    {
        var table = OwnSheet.Recognise(_finder.FindAt(_tables[sheet], row));
        if (table.Columns.Count > 0) _tables[sheet] = _recollection.Apply(table);
        return table.Columns.Count > 0;
    }

    private void Close()
    {
        _book.Dispose();
        _file.Dispose();
    }
}
