using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Meetings.Invitations;
using CoCreateStudio.Features.Meetings.Series;
using CoCreateStudio.Features.Meetings.Topics;
using CoCreateStudio.Kit;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Features.Meetings.Live;

/// <summary>The room of one meeting: prepared, held, and read afterwards at the same address.</summary>
public sealed partial class MeetingPage
{
    private const int UsualMinutes = 10;
    private Room? _room;
    private IReadOnlyDictionary<Guid, string> _customers = new Dictionary<Guid, string>();
    private IReadOnlyList<string> _people = [];

    // The people of the project, and whoever was invited without an account; the same list as long as they are the same.
    private IReadOnlyList<string> _nameable = [];

    private Preparation _preparation = Preparation.Nothing;
    private MeetingSeries? _series;

    [Parameter] public int Number { get; set; }
    [SupplyParameterFromQuery] private bool Edit { get; set; }
    [SupplyParameterFromQuery] private bool Invite { get; set; }
    [SupplyParameterFromQuery] private bool Finish { get; set; }
    [SupplyParameterFromQuery] private bool CallOff { get; set; }
    [SupplyParameterFromQuery] private bool Present { get; set; }

    [Inject] private RoomReader Reader { get; set; } = default!;
    [Inject] private MeetingStore Store { get; set; } = default!;
    [Inject] private RoomStore Rooms { get; set; } = default!;
    [Inject] private EntryStore Entries { get; set; } = default!;
    [Inject] private MeetingFacts Facts { get; set; } = default!;
    [Inject] private PreparationReader Preparations { get; set; } = default!;
    [Inject] private ProposalStore Proposals { get; set; } = default!;
    [Inject] private SeriesReader Series { get; set; } = default!;
    [Inject] private CurrentActor Actor { get; set; } = default!;

    protected override IReadOnlyCollection<Type> Watches { get; } = [.. RoomReader.Kinds, .. PreparationReader.Kinds];

    private bool MayHold => Project?.Grant.Allows(Right.HoldMeetings) == true;
    private bool MayWrite => Project?.Grant.Allows(Right.TakeNotes) == true;
    private bool MayPropose => Project?.Grant.Allows(Right.Comment) == true;
    private bool IsCustomer => Project?.Grant.Role == ProjectRole.Customer;
    private string Address => Urls.Meeting(ProjectKey, Number);
    private Guid MeetingId => _room!.Meeting.Id;

    protected override async Task LoadAsync()
    {
        if (_room is null) (_customers, _people) = await Facts.ReadAsync(ProjectId, Left);
        var room = await Reader.ReadAsync(ProjectId, Number, Left) ?? throw new RuleException(nameof(RuleText.NotThere));
        _preparation = await Preparations.ReadAsync(ProjectId, room.Meeting, Left);
        if (room.Meeting.SeriesId != _series?.Id) _series = room.Meeting.SeriesId is { } series ? await Series.OfAsync(ProjectId, series, Left) : null;
        _room = room;
        IReadOnlyList<string> nameable = [.. _people.Union(room.People.Select(p => p.Name))];
        if (!nameable.SequenceEqual(_nameable)) _nameable = nameable;
    }

    private Task<bool> OpenAsync() => DoAsync(() => Store.OpenAsync(ProjectId, MeetingId, Left));

    private Task<bool> StartAsync() => DoAsync(() => Rooms.StartAsync(ProjectId, MeetingId, Left));

    private Task<bool> ReinstateAsync() => DoAsync(() => Store.ReinstateAsync(ProjectId, MeetingId, Left));

    private Task AddTopicAsync(string title) => Store.AddItemAsync(ProjectId, MeetingId, title, UsualMinutes, presenter: null, Left);

    private Task RenameAsync(AgendaItem item, string title) => Store.RenameItemAsync(ProjectId, MeetingId, item.Id, title, Left);

    private Task AllotAsync(AgendaItem item, int minutes) => Store.AllotItemAsync(ProjectId, MeetingId, item.Id, minutes, Left);

    private Task GiveAsync(AgendaItem item, string? presenter) => Store.GiveItemAsync(ProjectId, MeetingId, item.Id, presenter, Left);

    private Task<bool> MoveAsync(AgendaItem item, int by) => DoAsync(() => Store.MoveItemAsync(ProjectId, MeetingId, item.Id, by, Left));

    private Task<bool> RemoveAsync(AgendaItem item) => DoAsync(async () =>
    {
        var id = MeetingId;
        await Store.RemoveItemAsync(ProjectId, id, item.Id, Left);
        Notices.Done(MeetingWords.Said(MeetingsText.TopicRemoved, item.Title), () => Store.RestoreItemAsync(ProjectId, id, item));
    });

    private Task<bool> DecideAsync(AgendaItem item, ItemState state) => DoAsync(() => Store.DecideItemAsync(ProjectId, MeetingId, item.Id, state, Left));

    private Task<bool> GoToAsync(AgendaItem item) => DoAsync(() => Rooms.GoToAsync(ProjectId, MeetingId, item.Id, Left));

    private Task<bool> HoldAsync(bool held) => DoAsync(() => Rooms.HoldAsync(ProjectId, MeetingId, held, Left));

    private Task<bool> MarkAsync(Attendance person, Attended? state) => Notices.TryAsync(() => Store.MarkAsync(ProjectId, MeetingId, person.Id, state, Left));

    private Task InviteAsync(string name, Side side) => Store.InviteAsync(ProjectId, MeetingId, name, side, Left);

    private async Task CallOffAsync(string? reason)
    {
        var id = MeetingId;
        await Store.CancelAsync(ProjectId, id, reason, Left);
        Notices.Done(InvitationText.CalledOff, () => Store.ReinstateAsync(ProjectId, id));
        Nav.NavigateTo(Address);
    }

    private Task ProposeAsync(Proposed proposed) => Proposals.ProposeAsync(ProjectId, MeetingId, proposed, Left);

    private async Task ReplanAsync(MeetingPlan seen, MeetingPlan plan)
    {
        await Store.ReplanAsync(ProjectId, MeetingId, seen, plan, Left);
        Nav.NavigateTo(Address);
    }

    private async Task CloseAsync(string? remark)
    {
        await Rooms.CloseAsync(ProjectId, MeetingId, remark, Left);
        Nav.NavigateTo(Address);
    }

    // What the browser counts from.
    private Dictionary<string, object> Clocks(Room room) => new()
    {
        ["data-state"] = room.Meeting.State.ToString(),
        ["data-now"] = Stamp(Clock.GetUtcNow().UtcDateTime)!,
        ["data-started"] = Stamp(room.Meeting.StartedAt)!,
        ["data-slot"] = room.Meeting.Minutes * 60,
        ["data-since"] = Stamp(room.Meeting.CurrentSince)!,
        ["data-item"] = room.Meeting.CurrentItemId!,
        ["data-used"] = room.Current?.UsedSeconds!,
        ["data-planned"] = (room.Current?.Minutes * 60)!,
        ["data-rest"] = Rest(room),
        ["data-zone"] = Actor.TimeZone.Id,
    };

    private static long? Stamp(DateTime? at) => at is { } moment ? new DateTimeOffset(moment, TimeSpan.Zero).ToUnixTimeMilliseconds() : null;

    // What is planned for the topics that are still to come, in seconds.
    private static int Rest(Room room) => room.Items.Where(i => i.State == ItemState.Open && i.Id != room.Meeting.CurrentItemId).Sum(i => i.Minutes) * 60;
}
