using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Meetings.Minutes.Confirming;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Meetings.Minutes.Out;

/// <summary>Minutes as a workbook: cover, agenda with planned and used minutes, what came out, all that was said, attendance, confirmations.</summary>
internal sealed class MinutesWorkbook(MinutesOut minutes, VisibleProject project, CurrentActor actor, DateTime now)
{
    private readonly SealedMinutes _minutes = minutes.Minutes;

    public Task WriteAsync(Stream output, CancellationToken ct) => WorkbookWriter.WriteAsync(output, Cover(),
        [Agenda(), Decisions(), Actions(), Others(NoteKind.OpenIssue), KeyPoints(), Others(NoteKind.Risk), Said(), Attendance(), Confirmations()], ct: ct);

    private WorkbookCover Cover() => new($"{MeetingsText.Minutes}: {_minutes.Title}", project.Name, actor.Name, now, actor.TimeZone)
    {
        More =
        [
            .. Fact(MeetingsText.When, MinutesWords.When(_minutes, actor.TimeZone)), .. Fact(MeetingsText.Place, _minutes.Place), .. Fact(MeetingsText.Host, _minutes.Host),
            .. Fact(MeetingsText.Customer, _minutes.Customer), .. Fact(MeetingsText.RemarkOf, _minutes.Remark),
            .. Fact(OutText.Version, MeetingWords.Said(MeetingsText.VersionOf, minutes.Version.Number, Kit.Text.Format.Moment(minutes.Version.At, actor.TimeZone, DateOnly.MinValue), minutes.Version.By)),
            .. Fact(MinutesText.WhyCorrected, _minutes.Why), .. Fact(MeetingsText.Hash, minutes.Version.Hash),
        ],
    };

    private static CoverLine[] Fact(string label, string? value) => value is null ? [] : [new(label, value)];

    private ListSheet<SealedTopic> Agenda() => new(MeetingsText.Agenda, new SheetColumns<SealedTopic>()
        .WrappedText("topic", () => MeetingsText.Topic, 50, t => t.Title)
        .Text("presenter", () => OutText.Presenter, 18, t => t.Presenter)
        .Text("state", () => MeetingsText.State, 14, t => OutText.ResourceManager.GetString($"Topic{t.State}", CultureInfo.CurrentUICulture))
        .Number("planned", () => OutText.PlannedMinutes, 16, t => t.Planned)
        .Number("used", () => OutText.UsedMinutes, 16, t => Math.Round(t.UsedSeconds / 60m, 1), "0.0"), _minutes.Topics);

    private ListSheet<Placed> Decisions() => new(MeetingsText.Decisions, Numbered()
        .Text("decidedby", () => MeetingsText.DecidedBy, 18, p => p.Line.DecidedBy)
        .WrappedText("why", () => MeetingsText.Why, 40, p => p.Line.Why)
        .WrappedText("topic", () => MeetingsText.Topic, 30, p => p.Topic), Lines(NoteKind.Decision));

    private ListSheet<Placed> Actions() => new(MeetingsText.Actions, Numbered()
        .Text("owner", () => MeetingsText.Owner, 18, p => p.Line.Owner)
        .Date("due", () => MeetingsText.DueOn, p => p.Line.Due)
        .WrappedText("topic", () => MeetingsText.Topic, 30, p => p.Topic), Lines(NoteKind.Action));

    private ListSheet<Placed> Others(NoteKind kind) => new(MinutesWords.Head(kind), Numbered()
        .Text("owner", () => MeetingsText.Owner, 18, p => p.Line.Owner)
        .WrappedText("topic", () => MeetingsText.Topic, 30, p => p.Topic), Lines(kind));

    private ListSheet<Placed> KeyPoints() => new(MeetingsText.KeyPoints, new SheetColumns<Placed>()
        .WrappedText("text", () => MeetingsText.TextOf, 60, p => p.Line.Text)
        .Text("by", () => OutText.SaidBy, 18, p => p.Line.By)
        .WrappedText("topic", () => MeetingsText.Topic, 30, p => p.Topic), Lines(NoteKind.KeyPoint));

    private ListSheet<Placed> Said() => new(OutText.AllSaid, new SheetColumns<Placed>()
        .DateTime("at", () => OutText.SaidAt, p => p.Line.At)
        .WrappedText("topic", () => MeetingsText.Topic, 30, p => p.Topic)
        .Text("kind", () => MeetingsText.Kind, 14, p => p.Line.Kind.Word())
        .Text("no", () => OutText.Number, 8, p => p.Line.Reference)
        .WrappedText("text", () => MeetingsText.TextOf, 70, p => p.Line.Text)
        .Text("by", () => OutText.SaidBy, 18, p => p.Line.By), Placed.Of(_minutes));

    private ListSheet<SealedPerson> Attendance() => new(MeetingsText.Attendance, new SheetColumns<SealedPerson>()
        .Text("name", () => ConfirmingText.Name, 24, p => p.Name)
        .Text("side", () => ConfirmingText.Side, 20, p => Side(p.Side))
        .Text("state", () => MeetingsText.Attendance, 14, p => p.State?.Word()), _minutes.People);

    private ListSheet<Confirmation> Confirmations() => new(ConfirmingText.Confirmations, new SheetColumns<Confirmation>()
        .Text("name", () => ConfirmingText.Name, 24, c => c.Name)
        .Text("side", () => ConfirmingText.Side, 20, c => Side(c.Side))
        .Text("answer", () => ConfirmingText.Answer, 14, c => c.Answer.Word())
        .WrappedText("remark", () => ConfirmingText.Remark, 60, c => c.Remark)
        .DateTime("at", () => ConfirmingText.AnsweredAt, c => c.At), minutes.Confirmations);

    private static SheetColumns<Placed> Numbered() => new SheetColumns<Placed>()
        .Text("no", () => OutText.Number, 8, p => p.Line.Reference)
        .WrappedText("text", () => MeetingsText.TextOf, 60, p => p.Line.Text);

    private IEnumerable<Placed> Lines(NoteKind kind) => Placed.Of(_minutes).Where(p => p.Line.Kind == kind);

    private static string Side(Side side) => side == Domain.Requirements.Side.Us ? MinutesText.OurSide : MinutesText.TheirSide;

    private sealed record Placed(string? Topic, SealedLine Line)
    {
        public static IEnumerable<Placed> Of(SealedMinutes minutes) =>
            minutes.Topics.SelectMany(t => t.Said.Select(l => new Placed(t.Title, l))).Concat(minutes.Said.Select(l => new Placed(null, l)));
    }
}
