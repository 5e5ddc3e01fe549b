using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Kit.Excel.Writing;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Import.Difference;

public sealed class WrongRowsTests
{
    private static readonly WorkbookCover Cover = new("wrong rows", "Line", "Mei", Samples.Now, ImportSheets.Shanghai);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wrong_rows_come_back_as_they_stood_and_say_why()
    {
        using var session = await ImportSheets.OpenAsync(new WorkbookBuilder().Sheet("清单")
            .Row("序号", "问题描述", "紧急程度", "版本").Row(1, "good", "高", "V1").Row(2, "=1+1", "随便", "0012").Build());

        using var again = await AgainAsync(session);

        var row = Assert.Single(again.Preview.Rows);
        Assert.Equal(("=1+1", RowKind.Wrong, "清单"), (row.Title, row.Kind, again.Tables[row.Sheet].Sheet.Name));
        Assert.Equal(["2", "0012"], row.Extra.Values);
        Assert.Contains("“随便” is no urgency known here.", again.Tables[row.Sheet].Columns[0].Samples[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mended_it_comes_in_by_itself()
    {
        using var session = await ImportSheets.OpenAsync(new WorkbookBuilder().Sheet().Row("问题描述", "紧急程度", "提出日期").Row("a", "随便", "2026-03-01").Build());
        using var again = await AgainAsync(session);
        var row = Assert.Single(again.Preview.Rows);

        again.Mend(row, Assert.Single(row.Problems), "High", ProjectFacts.None, ImportSheets.Shanghai);

        Assert.Equal((RowKind.New, "High", true), (row.Kind, row[RequirementField.Urgency], row[RequirementField.ReportedAt] is not null));
        Assert.Empty(row.Extra);
    }

    [Fact]
    public async Task A_wrong_row_of_our_own_export_is_still_ours_when_it_comes_back()
    {
        var there = Samples.Requirement(Guid.NewGuid(), 58, "附件丢失");
        using var session = await ImportSheets.OpenAsync(new WorkbookBuilder().Sheet().HiddenRow("id", "title", "status").Row("id", "标题", "状态").Row(there.Id.ToString(), "附件丢失", "Verified by customer").Build(), known: ImportSheets.Known(there));

        using var again = await AgainAsync(session, there);

        Assert.Equal((there.Id, RowKind.Wrong), (Assert.Single(again.Preview.Rows).Today?.Id, again.Preview.Rows[0].Kind));
    }

    [Fact]
    public async Task A_row_somebody_left_out_is_not_sent_back()
    {
        using var session = await ImportSheets.OpenAsync(new WorkbookBuilder().Sheet().Row("问题描述", "紧急程度").Row("a", "随便").Row("b", "随便").Build());
        session.Want(session.Preview.Rows[0], RowFate.LeaveOut);

        using var again = await AgainAsync(session);

        Assert.Equal("b", Assert.Single(again.Preview.Rows).Title);
    }

    private static async Task<ImportSession> AgainAsync(ImportSession session, params Requirement[] there)
    {
        MemoryStream file = new();
        await WrongRows.WriteAsync(file, session, Cover, Token);
        file.Position = 0;
        return await ImportSheets.OpenAsync(file, known: ImportSheets.Known(there));
    }
}
