using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Meetings;

public sealed class MeetingsFeature : IFeature
{
    public IEnumerable<NavEntry> Nav => [new("meetings", () => MeetingsText.Meetings, "cal")];

    public void AddServices(IServiceCollection services) => services
        .AddScoped<MeetingList>()
        .AddScoped<MeetingStore>()
        .AddScoped<MeetingFacts>()
        .AddScoped<RoomReader>()
        .AddScoped<RoomStore>()
        .AddScoped<EntryStore>();
}
