using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Features.Meetings.Topics;
using CoCreateStudio.Features.Meetings.Series;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Meetings;

public sealed class MeetingsFeature : IFeature
{
    public IEnumerable<NavEntry> Nav => [new("meetings", () => MeetingsText.Meetings, "cal")];

    public void AddServices(IServiceCollection services) => services
        .AddScoped<MeetingList>()
        .AddScoped<MeetingStore>()
        .AddScoped<MeetingFacts>()
        .AddScoped<SeriesReader>()
        .AddScoped<SeriesStore>()
        .AddScoped<PreparationReader>()
        .AddScoped<ProposalStore>()
        .AddScoped<TopicMaterial>()
        .AddScoped<RoomReader>()
        .AddScoped<RoomStore>()
        .AddScoped<EntryStore>();
}
