using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Meetings.Actions;

/// <summary>What was said in meetings of a project that were held, as rows.</summary>
internal sealed class Spoken(StudioFixture studio, Place place)
{
    private int _number = 1000; // what the stores number themselves begins at one

    public async Task<Meeting> HeldAsync(Guid? customerId, int daysAgo = 10, string title = "Weekly")
    {
        Meeting meeting = new(place.Id, ++_number, Samples.Meeting(customerId, title));
        meeting.Start(Samples.Now.AddDays(-daysAgo));
        meeting.Close(null, [], null, Samples.Now.AddDays(-daysAgo).AddHours(1));
        await studio.AddAsync(meeting);
        return meeting;
    }

    public Said In(Meeting meeting, AgendaItem? item = null, string author = "Lin") =>
        new(place.Id, meeting.Id, item?.Id, meeting.CustomerId, null, author, meeting.StartedAt!.Value.AddMinutes(5));

    public async Task<ActionItem> ActionAsync(Meeting meeting, string text, string? owner = null, int? dueInDays = null)
    {
        ActionItem action = new(In(meeting), ++_number, text, owner, dueInDays is { } days ? DateOnly.FromDateTime(Samples.Now).AddDays(days) : null);
        await studio.AddAsync(action);
        return action;
    }

    public async Task<OpenIssue> IssueAsync(Meeting meeting, string text, string? owner = null)
    {
        OpenIssue issue = new(In(meeting), ++_number, text, owner);
        await studio.AddAsync(issue);
        return issue;
    }

    public async Task<Decision> DecisionAsync(Meeting meeting, string text, string? by = null, string? why = null, AgendaItem? item = null, string author = "Lin")
    {
        Decision decision = new(In(meeting, item, author), ++_number, text);
        decision.Explain(by, why);
        await studio.AddAsync(decision);
        return decision;
    }

    public Task AddAsync(params Entity[] rows) => studio.AddAsync(rows);
}
