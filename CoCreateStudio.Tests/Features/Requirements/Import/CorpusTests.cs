using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Import;

public class CorpusTests
{
    [Fact]
    public void Every_real_file_gives_the_rows_and_pictures_a_careful_person_would_take()
    {
        var wrong = Corpus.Files().Select(Check).Where(w => w is not null);

        Assert.Empty(wrong);
    }

    private static string? Check(CorpusFile expected)
    {
        var (refused, rows, pictures) = Read(expected.File);
        var right = (refused, rows, pictures) == (expected.Refused, expected.Rows, expected.Pictures);
        return right ? null : $"{expected.File}: refused {refused}, {rows} rows, {pictures} pictures instead of {expected.Refused}, {expected.Rows}, {expected.Pictures}";
    }

    private static (bool Refused, int Rows, int Pictures) Read(string name)
    {
        using var file = Corpus.Open(name);
        try
        {
            using var book = SourceBook.Open(file, name);
            var tables = new TableFinder(RequirementWords.All).Find(book).Where(t => t.Used);
            return (false, tables.Sum(t => new TableReader(t).Read().Count()), book.PictureCount);
        }
        catch (FileRefusedException)
        {
            return (true, 0, 0);
        }
    }
}
