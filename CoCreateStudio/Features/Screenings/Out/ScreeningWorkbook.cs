using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Screenings.Out;

/// <summary>The candidates that the screen shows: one a row with verdict and reason, and side by side by trait.</summary>
internal sealed class ScreeningWorkbook(Board board, BoardFilter filter, VisibleProject project, CurrentActor actor, DateTime now)
{
    private const int SideBySideWidth = 34;

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, actor.TimeZone));

    public Task WriteAsync(Stream output, CancellationToken ct)
    {
        IReadOnlyList<Candidate> candidates = [.. filter.From(board)];
        WorkbookCover cover = new(ScreeningsText.Screening, project.Name, actor.Name, now, actor.TimeZone) { Filter = filter.Text.Trim(), More = [.. Exceptions(candidates)] };
        return WorkbookWriter.WriteAsync(output, cover,
        [
            new ListSheet<Candidate>(ScreeningsText.Screening, Screening(), candidates.ToAsyncEnumerable()) { FrozenColumns = 1 },
            new ListSheet<Trait>(ScreeningsText.SideBySide, SideBySide(candidates), Enum.GetValues<Trait>().ToAsyncEnumerable()) { FrozenColumns = 1 },
        ], ct: ct);
    }

    // Whoever was let in by way of exception is named where the file begins.
    private IEnumerable<CoverLine> Exceptions(IEnumerable<Candidate> candidates) =>
        from candidate in candidates
        let participation = candidate.Participation
        where participation?.Exceptions.Count > 0
        select new CoverLine(candidate.Customer.ShortName, participation.Said(actor.TimeZone, Today));

    // One fact a column: the import of candidates takes the sheet back in.
    private SheetColumns<Candidate> Screening()
    {
        var columns = new SheetColumns<Candidate>()
            .Text("customer", () => ScreeningsText.Candidate, 28, c => c.Customer.Name)
            .Text("verdict", () => ScreeningsText.Verdict, 14, c => c.Verdict.Kind.Word())
            .Number("met", () => TraitState.Met.Word(), 10, c => c.Verdict.Met.Count)
            .WrappedText("why", () => ScreeningsText.Next, 40, c => c.Screening.Explanation(now))
            .WrappedText("participation", () => ScreeningsText.Participation, 40, c => c.Participation?.Said(actor.TimeZone, Today) ?? Declined(c));
        foreach (var trait in Enum.GetValues<Trait>())
        {
            columns.Text($"{trait}", () => trait.Word(), 14, c => c.Screening.Of(trait).State.Word());
            if (trait == Trait.GoLive) columns.Date("golive", () => ScreeningsText.GoLiveDay, c => c.Screening.Of(trait).Date);
            if (trait == Trait.Authority) columns.Text("contact", () => ScreeningsText.Contact, 18, c => c.ContactOf(c.Screening.Of(trait))?.Name);
            columns.WrappedText($"{trait}.note", () => $"{trait.Word()}: {ScreeningsText.HowWeKnow}", 36, c => c.Screening.Of(trait).Note);
        }

        return columns.DateTime("lookedat", () => ScreeningsText.LookedAt, c => c.Screening.Assessments.Max(a => a.At))
            .Number("round", () => ScreeningsText.RoundNumber, 8, c => c.Screening.Round)
            .Text("addedby", () => ScreeningsText.AddedByShort, 16, c => c.Screening.AddedBy)
            .DateTime("addedat", () => ScreeningsText.AddedAt, c => c.Screening.AddedAt);
    }

    private SheetColumns<Trait> SideBySide(IEnumerable<Candidate> candidates)
    {
        var columns = new SheetColumns<Trait>().WrappedText("trait", () => ScreeningsText.Trait, 30, t => $"{(int)t + 1}. {t.Word()}\n{t.About()}");
        foreach (var candidate in candidates)
            columns.WrappedText($"{candidate.Customer.Id:N}", () => $"{candidate.Customer.ShortName}\n{candidate.Verdict.Kind.Word()}", SideBySideWidth, t => Cell(candidate, candidate.Screening.Of(t)));
        return columns;
    }

    private string Cell(Candidate candidate, TraitAssessment said) => string.Join('\n', new[]
    {
        said.State.Word(), Proof(candidate, said), said.At is { } at ? $"{said.By}{ScreeningsText.Comma}{Format.Day(at, actor.TimeZone, Today)}" : null,
    }.Where(line => !string.IsNullOrEmpty(line)));

    private string? Proof(Candidate candidate, TraitAssessment said) => string.Join(ScreeningsText.Comma, new[]
    {
        said.Date is { } date ? Format.Day(date, Today) : null, candidate.ContactOf(said)?.Name, said.Note,
    }.Where(part => !string.IsNullOrEmpty(part)));

    private string? Declined(Candidate candidate) => candidate.Screening is { DeclinedAt: { } at } screening
        ? ScreeningWords.Said(ScreeningsText.DeclinedBy, screening.DeclinedBy, Format.Day(at, actor.TimeZone, Today), screening.DeclineReason)
        : null;
}
