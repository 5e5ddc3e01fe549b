using CoCreateStudio.Features.Meetings.Actions;
using CoCreateStudio.Features.Meetings.Decisions;
using CoCreateStudio.Features.Meetings.Demo;
using CoCreateStudio.Features.Meetings.Invitations;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Features.Meetings.Minutes;
using CoCreateStudio.Features.Meetings.Minutes.Confirming;
using CoCreateStudio.Features.Meetings.Minutes.Out;
using CoCreateStudio.Features.Meetings.Minutes.Record;
using CoCreateStudio.Features.Meetings.Series;
using CoCreateStudio.Features.Meetings.Time;
using CoCreateStudio.Features.Meetings.Topics;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Meetings;

public sealed class MeetingsFeature : IFeature
{
    public IEnumerable<NavEntry> Nav => [new("meetings", () => MeetingsText.Meetings, "cal", Daily: true), new("actions", () => ActionsText.Actions, "check", Daily: true), new("decisions", () => DecisionsText.Decisions, "diamond")];

    public IEnumerable<DataCommand> DataCommands => [new(VerifyCommand.Name, VerifyCommand.RunAsync)];

    public void AddServices(IServiceCollection services) => services
        .AddScoped<MeetingList>()
        .AddScoped<MeetingStore>()
        .AddScoped<MeetingFacts>()
        .AddScoped<SeriesReader>()
        .AddScoped<SeriesStore>()
        .AddScoped<PreparationReader>()
        .AddScoped<ProposalStore>()
        .AddScoped<MaterialStore>()
        .AddScoped<InvitationReader>()
        .AddScoped<InvitationStore>()
        .AddScoped<IDemoChapter, MeetingsDemo>()
        .AddScoped<RoomReader>()
        .AddScoped<RoomStore>()
        .AddScoped<EntryStore>()
        .AddScoped<ActionList>()
        .AddScoped<ActionExport>()
        .AddScoped<DecisionList>()
        .AddScoped<DecisionExport>()
        .AddScoped<TimeReader>()
        .AddScoped<MyActionsReader>()
        .AddSingleton(new HomePart(typeof(MyActions)))
        .AddScoped<MinutesStore>()
        .AddScoped<MinutesRecord>()
        .AddScoped<ConfirmationStore>()
        .AddScoped<MinutesOutReader>();

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        ActionEndpoints.Map(app);
        DecisionEndpoints.Map(app);
        InvitationEndpoints.Map(app);
        MaterialEndpoints.Map(app);
        MinutesEndpoints.Map(app);
    }
}
