using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Acceptance.Agreement;
using CoCreateStudio.Features.Acceptance.Criteria;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Ui;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Features.Acceptance;

/// <summary>The agreement with one customer: what is worked on, or one version of it, with one criterion open beside it.</summary>
public sealed partial class AcceptancePage : StudioPage
{
    private AcceptanceRoom? _room;
    private AgreementView? _view;
    private CriterionLine? _open;
    private Choosable _choosable = Choosable.Nothing;

    [Parameter] public string? Code { get; set; }

    [SupplyParameterFromQuery(Name = "customer")] private Guid? CustomerId { get; set; }

    /// <summary>A version that is looked at; without it, what is worked on.</summary>
    [SupplyParameterFromQuery(Name = "version")] private int? VersionNumber { get; set; }

    /// <summary>"phases", or the criteria.</summary>
    [SupplyParameterFromQuery] private string? Show { get; set; }

    /// <summary>Only criteria that nothing serves.</summary>
    [SupplyParameterFromQuery] private bool Unserved { get; set; }

    /// <summary>What is done in the side panel: sign, recall, record, library, change.</summary>
    [SupplyParameterFromQuery] private string? Act { get; set; }

    [Inject] private AcceptanceReader Reader { get; set; } = default!;
    [Inject] private AcceptanceChoices Choices { get; set; } = default!;
    [Inject] private CriterionStore Criteria { get; set; } = default!;
    [Inject] private AgreementStore Agreements { get; set; } = default!;
    [Inject] private CurrentActor Actor { get; set; } = default!;

    protected override IReadOnlyCollection<Type> Watches { get; } = [.. AcceptanceReader.Kinds, typeof(ActionItem)];

    private bool IsInside => Allows(Right.SeeInternal);
    private bool MayEdit => Allows(Right.EditCriteria);
    private bool MaySign => Allows(Right.SignAgreements);
    private bool MayPropose => Allows(Right.Propose);
    // What is signed changes under a request; offering something changes nothing.
    private bool MayAdd => _view is { IsDraft: true } view && (MayEdit ? !view.NeedsChangeRequest : MayPropose);
    private DateOnly Today => Actor.Today(Clock);
    private string ReminderAddress => $"/projects/{ProjectKey}/acceptance.eml?customer={_room?.CustomerId}";

    private string VersionName => _view switch
    {
        { Version: { } version } => AcceptanceWords.Said(AcceptanceText.VersionNumber, version.Number),
        { } view => AcceptanceWords.Said(AcceptanceText.VersionDraft, view.Room.Agreement?.NextVersion ?? 1),
        _ => "",
    };

    protected override async Task LoadAsync()
    {
        var room = await Reader.ReadAsync(ProjectId, CustomerId, Left);
        var view = room.View(VersionNumber, IsInside);
        var open = Code is null ? null : view.Lines.FirstOrDefault(l => string.Equals(l.Content.Code, Code, StringComparison.OrdinalIgnoreCase));
        if (Code is not null && open is null && !(_open?.Content.Code is { } was && string.Equals(was, Code, StringComparison.OrdinalIgnoreCase))) throw new RuleException(nameof(RuleText.NotThere));
        if (MayPropose && room.CustomerId is { } customer && RendererInfo.IsInteractive && (Code is not null || Act is not null)) _choosable = await Choices.ReadAsync(ProjectId, customer, Left);
        (_room, _view, _open) = (room, view, open);
    }

    private bool Allows(Right right) => Project?.Grant.Allows(right) == true;

    private int CountOf(VerificationResult result) => _view!.Binding.Count(c => _view.ResultOf(c.Id)?.Result == result);

    /// <summary>The page as it is, with one thing otherwise.</summary>
    private string Address(string? code = null, Guid? customer = null, int? version = null, string? show = null, bool? unserved = null, string? act = null)
    {
        var chosen = customer ?? CustomerId;
        var number = customer is not null ? null : version == 0 ? null : version ?? VersionNumber;
        List<string> query = [];
        if (chosen is { } id) query.Add($"customer={id}");
        if (number is { } asked) query.Add($"version={asked}");
        if ((show ?? (code is null ? Show : null)) is { Length: > 0 } shown) query.Add($"show={shown}");
        if (unserved ?? Unserved) query.Add("unserved=true");
        if (!string.IsNullOrEmpty(act)) query.Add($"act={act}");
        return Urls.Acceptance(ProjectKey, code ?? (act is null or "" ? null : Code)) + (query.Count == 0 ? "" : "?" + string.Join('&', query));
    }

    private async Task AddAsync(Dimension dimension, string statement)
    {
        var code = MayEdit
            ? await Criteria.AddAsync(ProjectId, _room!.CustomerId!.Value, dimension, statement, Left)
            : await Criteria.ProposeAsync(ProjectId, _room!.CustomerId!.Value, dimension, statement, Left);
        await ReloadAsync();
        Nav.NavigateTo(Address(code));
    }

    private Task<bool> SendAsync() => DoAsync(async () =>
    {
        var number = await Agreements.SendAsync(ProjectId, _room!.Agreement!.Id, Left);
        Notices.Done(AcceptanceWords.Said(AcceptanceText.SentDone, number));
    });

    private Task<bool> RemindAsync() => DoAsync(() => Agreements.RemindAsync(ProjectId, _room!.Sent!.Id, Left));
}
