using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Text;
using CoCreateStudio.Kit.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CoCreateStudio.Features.Screenings;

/// <summary>One trait of one candidate. Whoever may screen writes it field by field; whoever may not writes a proposal.</summary>
public sealed partial class TraitPanel
{
    private Assessment _draft = Assessment.Nothing;
    private TraitState? _pending;
    private string? _refusal;

    [Parameter, EditorRequired] public Candidate Candidate { get; set; } = null!;
    [Parameter, EditorRequired] public Trait Trait { get; set; }
    [Parameter, EditorRequired] public Guid ProjectId { get; set; }
    [Parameter, EditorRequired] public string ProjectKey { get; set; } = "";
    [Parameter] public bool MayScreen { get; set; }
    [Parameter] public bool MayPropose { get; set; }

    /// <summary>What somebody wants to say who came here to give the evidence for it.</summary>
    [Parameter] public TraitState? Wanted { get; set; }

    [Parameter, EditorRequired] public DateTime Now { get; set; }
    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    /// <summary>The address of the candidate without this trait.</summary>
    [Parameter, EditorRequired] public string Close { get; set; } = "";

    [Inject] private ScreeningStore Store { get; set; } = default!;
    [Inject] private EvidenceStore Evidence { get; set; } = default!;
    [Inject] private CurrentActor Actor { get; set; } = default!;
    [Inject] private Notices Notices { get; set; } = default!;
    [Inject] private IJSRuntime Browser { get; set; } = default!;

    // What is typed is kept in this browser under it.
    private string Keep => $"trait:{Said.Id}:{Actor.PersonId}";

    private TraitAssessment Said => Candidate.Screening.Of(Trait);

    private bool MayWrite => (MayScreen || MayPropose) && !Candidate.IsDeclined;

    private bool IsOld => Said.Age(Now) > Screening.FreshForDays;

    // What stands in the fields: what is saved, or what is going to be proposed.
    private Assessment Shown => MayScreen ? Said.Now : _draft;

    private TraitState Chosen => _pending ?? Shown.State;

    private string? Needs => Shown.MissingFor(Trait) switch
    {
        nameof(RuleText.MetNeedsDate) => ScreeningsText.NeedsDate,
        nameof(RuleText.MetNeedsContact) => ScreeningsText.NeedsContact,
        nameof(RuleText.MetNeedsNote) => ScreeningsText.NeedsNote,
        _ => null,
    };

    private string LookedAt => Said switch
    {
        { At: null } => ScreeningsText.NobodyLooked,
        _ when IsOld => ScreeningWords.Said(ScreeningsText.Old, Screening.FreshForDays),
        _ when !Candidate.Screening.IsLookedAt(Said) => ScreeningWords.Said(ScreeningsText.NotThisRound, Candidate.Screening.Round),
        { At: { } at, By: var by } => ScreeningWords.Said(ScreeningsText.LookedAtBy, by, Format.Day(at, Actor.TimeZone, Today)),
    };

    protected override async Task OnInitializedAsync()
    {
        _draft = Said.Now;
        if (Wanted is { } wanted) await ChooseAsync(wanted);
    }

    // What was missing may have come meanwhile: from another field whose saving took its time, or from somebody else.
    protected override Task OnParametersSetAsync() =>
        MayScreen && _pending == TraitState.Met && Said.Now.MissingFor(Trait) is null ? WriteAsync(a => a) : Task.CompletedTask;

    private async Task ChooseAsync(TraitState state)
    {
        (_pending, _refusal) = (state, null);
        await WriteAsync(a => a);
    }

    // What is wanted but not proven yet waits beside the fields; each field is saved as soon as it can be.
    private async Task<RuleException?> WriteAsync(Func<Assessment, Assessment> change)
    {
        if (!MayScreen)
        {
            _draft = change(_draft) with { State = Chosen };
            return null;
        }

        var (seen, written) = (Said.Now, change(Said.Now));
        var wanted = written with { State = Chosen };
        var missing = wanted.State == TraitState.Met ? wanted.MissingFor(Trait) : null;
        var refusal = missing is null ? null : new RuleException(missing);
        var saved = missing is null ? wanted : written;
        if (saved != seen) refusal = await Refusal.OfAsync(() => Store.AssessAsync(ProjectId, Candidate.Customer.Id, Trait, seen, saved)) ?? refusal;
        if (refusal is null) _pending = null;
        _refusal = refusal?.Message;
        return refusal;
    }

    // What waits for more evidence is no fault of the note.
    private async Task NoteAsync(string note)
    {
        if (await WriteAsync(a => a with { Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim() }) is { } refusal && _pending is null) throw refusal;
    }

    private async Task ProposeAsync()
    {
        _refusal = (await Refusal.OfAsync(() => Store.ProposeAsync(ProjectId, Candidate.Customer.Id, Trait, _draft)))?.Message;
        if (_refusal is not null) return;
        (_pending, _draft) = (null, Said.Now);
        await Browser.InvokeVoidAsync("studio.forget", Keep);
        Notices.Done(ScreeningsText.ProposedDone);
    }

    private Task<bool> SettleAsync(AssessmentProposal proposal, bool take) => Notices.TryAsync(() => Store.SettleAsync(ProjectId, Candidate.Customer.Id, proposal.Id, take));

    private async Task ConfirmAsync()
    {
        if (await Notices.TryAsync(() => Store.ConfirmAsync(ProjectId, Candidate.Customer.Id, Trait))) Notices.Done(ScreeningsText.ConfirmedNow);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
