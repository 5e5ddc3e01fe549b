using System.IO.Compression;
using System.Runtime.CompilerServices;
using CoCreateStudio.Kit.Excel.Writing;
using CoCreateStudio.Kit.Excel.Writing.Streaming;

namespace CoCreateStudio.Tests.Kit.Excel.Writing;

public class WorkbookFailureTests
{
    [Fact]
    public async Task A_failing_row_source_fails_the_save_and_leaves_no_workbook()
    {
        var stream = new MemoryStream();

        await Assert.ThrowsAsync<TimeoutException>(() => WriteAsync(stream, Broken(TestContext.Current.CancellationToken)));

        Assert.True(stream.Length > 0);
        stream.Position = 0;
        using var zip = new ZipArchive(stream);
        Assert.Null(zip.GetEntry("[Content_Types].xml"));
        Assert.Null(zip.GetEntry("xl/workbook.xml"));
    }

    [Fact]
    public async Task A_picture_that_cannot_be_opened_fails_the_save()
    {
        var columns = new SheetColumns<Wish>().Pictures("p", () => "P", 20, _ => [new("gone.png", Stream () => throw new FileNotFoundException())]);
        var sheet = new ListSheet<Wish>("S", columns, Books.Wishes(1));

        await Assert.ThrowsAsync<FileNotFoundException>(() => WorkbookWriter.WriteAsync(new MemoryStream(), Books.Cover, [sheet], ct: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cancelling_stops_the_save()
    {
        using var stop = new CancellationTokenSource();
        var read = 0;
        var rows = Enumerable.Range(1, 1000).Select(i =>
        {
            read = i;
            if (i == 10) stop.Cancel();
            return new Wish(i, "");
        });
        var sheet = new ListSheet<Wish>("S", Books.TextOnly, rows);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WorkbookWriter.WriteAsync(new MemoryStream(), Books.Cover, [sheet], ct: stop.Token));

        Assert.Equal(10, read);
    }

    [Fact]
    public async Task Progress_ends_with_the_number_of_rows()
    {
        var told = new Told();

        await WorkbookWriter.WriteAsync(Stream.Null, Books.Cover,
            [new ListSheet<Wish>("A", Books.TextOnly, Books.Wishes(600)), new ListSheet<Wish>("B", Books.TextOnly, Books.Wishes(1))], told, TestContext.Current.CancellationToken);

        Assert.Equal([250, 500, 601], told.Counts);
    }

    [Fact]
    public void More_rows_than_a_sheet_holds_are_refused()
    {
        var rows = new SheetRows(Stream.Null, [new([])], firstRow: 1_048_576);

        rows.Next();

        Assert.Throws<InvalidOperationException>(() => rows.Next());
    }

    [Fact]
    public void Links_beyond_excels_limit_stay_plain_text()
    {
        var rows = new SheetRows(Stream.Null, [new([new("A", 1, [], [], 10)])], firstRow: 3);

        for (var i = 0; i < 65_540; i++)
        {
            rows.Next();
            rows.Link("text", "https://example.com/");
        }

        Assert.Equal((65_530, 65_540), (rows.Links.Count, rows.Count));
    }

    private static Task WriteAsync(Stream stream, IAsyncEnumerable<Wish> rows) =>
        WorkbookWriter.WriteAsync(stream, Books.Cover, [new ListSheet<Wish>("S", Books.TextOnly, rows)], ct: TestContext.Current.CancellationToken);

    private static async IAsyncEnumerable<Wish> Broken([EnumeratorCancellation] CancellationToken ct = default)
    {
        for (var i = 0; i < 5000; i++)
        {
            ct.ThrowIfCancellationRequested();
            yield return new(i, "fine");
        }

        await Task.Yield();
        throw new TimeoutException();
    }

    private sealed class Told : IProgress<int>
    {
        public List<int> Counts { get; } = [];

        public void Report(int value) => Counts.Add(value);
    }
}
