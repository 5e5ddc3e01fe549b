using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Acceptance.Out;

/// <summary>The acceptance sheet: the criteria with room for each side's mark, and below whose signature is there or missing.</summary>
internal static class AcceptanceWorkbook
{
    public static Task WriteAsync(Stream output, AcceptancePaper paper, string madeBy, DateTime now, CancellationToken ct)
    {
        WorkbookCover cover = new(paper.Say(() => AcceptanceText.Agreement, " · "), paper.Project, madeBy, now, paper.Zone)
        {
            Filter = paper.Title,
            More = [new(paper.Say(() => AcceptanceText.Customer, " / "), paper.Customer), .. Seal(paper)],
        };
        return WorkbookWriter.WriteAsync(output, cover,
        [
            new ListSheet<CriterionContent>(paper.Say(() => AcceptanceText.Criteria, " "), Criteria(paper), paper.View.Agreed) { FrozenColumns = 2 },
            new ListSheet<Side>(paper.Say(() => AcceptanceText.Signatures, " "), Signatures(paper), [Side.Us, Side.Customer]),
        ], ct: ct);
    }

    private static IEnumerable<CoverLine> Seal(AcceptancePaper paper)
    {
        if (paper.View.Version is { } version) yield return new(paper.Say(() => AcceptanceText.Seal, " / "), version.Hash);
    }

    private static SheetColumns<CriterionContent> Criteria(AcceptancePaper paper) => new SheetColumns<CriterionContent>()
        .Text("no", () => paper.Say(() => AcceptanceText.ColumnNo), 7, c => c.Code)
        .WrappedText("statement", () => paper.Say(() => AcceptanceText.FieldStatement), 40, c => c.Statement)
        .WrappedText("dimension", () => paper.Say(() => PaperText.Dimension), 12, c => paper.Say(() => c.Dimension.Word()))
        .WrappedText("metric", () => paper.Say(() => AcceptanceText.FieldMetric), 24, paper.Metric)
        .WrappedText("baseline", () => paper.Say(() => AcceptanceText.FieldBaseline), 11, paper.Baseline)
        .WrappedText("target", () => paper.Say(() => AcceptanceText.FieldTarget), 14, paper.Target)
        .WrappedText("proof", () => paper.Say(() => AcceptanceText.FieldProof), 24, paper.Proof)
        .Date("due", () => paper.Say(() => AcceptanceText.FieldDueOn), c => c.DueOn)
        .WrappedText("ours", () => paper.Say(() => AcceptanceText.FieldOurOwner), 14, c => c.OurOwner)
        .WrappedText("theirs", () => paper.Say(() => AcceptanceText.FieldTheirOwner), 14, c => c.TheirOwner)
        .WrappedText("phase", () => paper.Say(() => AcceptanceText.FieldPhase), 11, c => c.Phase is { } phase ? paper.Say(() => phase.Word()) : null)
        .WrappedText("accepted.us", () => paper.Side(Side.Us), 12, c => paper.Answer(c, Side.Us))
        .WrappedText("accepted.them", () => paper.Side(Side.Customer), 12, c => paper.Answer(c, Side.Customer));

    private static SheetColumns<Side> Signatures(AcceptancePaper paper)
    {
        SignOff? Of(Side side) => paper.View.Answers.SignatureOf(side);
        return new SheetColumns<Side>()
            .WrappedText("side", () => paper.Say(() => PaperText.SignedFor), 28, paper.Side)
            .WrappedText("name", () => paper.Say(() => PaperText.SignName), 26, side => Of(side)?.Name)
            .WrappedText("title", () => paper.Say(() => PaperText.SignTitle), 26, side => Of(side)?.Title)
            .DateTime("at", () => paper.Say(() => PaperText.SignAt), side => Of(side)?.At)
            .WrappedText("how", () => paper.Say(() => PaperText.Signature), 40, side => Of(side) is { } signature ? paper.How(signature) : "\n\n");
    }
}
