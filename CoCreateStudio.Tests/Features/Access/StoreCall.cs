using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.RoundTrip;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Features;
using CoCreateStudio.Features.Acceptance.Changes;
using CoCreateStudio.Features.Acceptance.Criteria;
using CoCreateStudio.Features.Acceptance.Links;
using CoCreateStudio.Features.Acceptance.Measured;
using CoCreateStudio.Features.Meetings;
using CoCreateStudio.Features.Meetings.Actions;
using CoCreateStudio.Features.Meetings.Decisions;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Features.Meetings.Series;
using CoCreateStudio.Features.Meetings.Topics;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Features.Requirements.Views;
using CoCreateStudio.Features.Screenings;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Kit.Ui.Table;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Access;

/// <summary>One method of a store, with arguments that are there and in order.</summary>
internal sealed class StoreCall(MethodInfo method, object?[] arguments)
{
    /// <summary>What a method is given that lets its caller say which right is needed.</summary>
    public const Right GivenRight = Right.EditRequirements;

    private static readonly string[] Refusals = [nameof(RuleText.NotThere), nameof(RuleText.NotAllowed), nameof(RuleText.AdministratorsOnly)];

    /// <summary>Every public method in the features, and of the files, that is told which project it is about.</summary>
    public static IReadOnlyList<MethodInfo> Methods { get; } =
    [
        .. from type in typeof(StudioFeatures).Assembly.GetTypes()
           where type is { IsClass: true, IsAbstract: false } && !typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type)
           where type == typeof(AttachmentStore) || type == typeof(EvidenceStore) || type.Namespace?.StartsWith("CoCreateStudio.Features", StringComparison.Ordinal) == true
           from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
           where method.GetParameters() is [{ Name: "projectId" }, ..] && method.Name.EndsWith("Async", StringComparison.Ordinal)
           select method.IsGenericMethodDefinition ? method.MakeGenericMethod(typeof(Requirement)) : method,
    ];

    public static async Task<StoreCall> ToAsync(StudioFixture studio, MethodInfo method, Place place, ProjectRole caller)
    {
        var row = await place.AddSharedAsync();
        RequirementLink link = new(row, "https://example.com", null);
        Attachment picture = new(place.Id, row.Id, "x.gif", PictureKind.Gif, "GIF89a"u8.ToArray(), "Mei", Samples.Now);
        ImportRun import = new(place.Id, "list.xlsx", null, "Mei", Samples.Now, 1, 0, 0);
        SavedView view = new(place.Id, null, "The project's view", "", default);
        var member = Samples.Person();
        SentTable table = new(place.Id, place.Ours.Id, null, "Mei", Samples.Now, "en", "UTC");
        using SentValues nothing = new(new MemoryStream());
        SentPiece empty = new(table, 0, nothing.Pack()[0]);
        Meeting meeting = new(place.Id, row.Number, Samples.Meeting(place.Ours.Id));
        AgendaItem item = new(meeting, 1, "Topic", 10, null);
        Attendance attendance = new(meeting, "Mei", Side.Us);
        Said said = new(place.Id, meeting.Id, item.Id, place.Ours.Id, null, "Mei", Samples.Now);
        Entry[] entries = [new ActionItem(said, 1, "Send it", null, null), new Decision(said, 1, "We do it"), new OpenIssue(said, 1, "Who pays?", null)];
        meeting.Open();
        MeetingSeries series = new(place.Id, row.Number, Samples.Series(new(2026, 3, 3), place.Ours.Id));
        Proposal proposal = new(meeting, new("Topic", null, 10), new(Side.Customer, null, "Mei", Samples.Now));
        MaterialLink topicLink = new(place.Id, item.Id, new("https://example.com"), null, null, "Mei");
        Contact contact = new(place.Ours.Id, new("Contact"));
        var company = Samples.Customer();
        Screening screening = new(place.Id, company.Id, mayScreen: true, "Mei", Samples.Now);
        await studio.AddAsync(meeting, series, contact, company, screening);
        AssessmentProposal offered = new(screening, Trait.Need, Assessment.Nothing, "Mei", Samples.Now);
        await studio.AddAsync(proposal, topicLink, offered);
        var agreement = await SampleAgreement.AddAsync(studio, place.Id, place.Ours.Id);
        var evidence = Evidence.OfLink(place.Id, agreement.Value.Id, "https://example.com", "Mei", Samples.Now);
        await studio.AddAsync(evidence);
        await studio.AddAsync([item, attendance, new MinutesVersion(meeting, 1, row.Number, "{}", "", "", null, "Mei", Samples.Now)]);
        await studio.AddAsync(entries);
        await studio.AddAsync(link, picture, import, view, table, empty, member, Samples.Membership(place.Id, member.Id));
        return new(method, [.. method.GetParameters().Select(Argument)]);

        object? Argument(ParameterInfo parameter) => (parameter.Name, method.DeclaringType!.Name) switch
        {
            ("projectId", _) => place.Id,
            ("materialId", nameof(MaterialStore)) => topicLink.Id,
            ("linkId", nameof(CriterionLinks)) => agreement.Link.Id,
            ("linkId", _) => link.Id,
            ("agreementId", _) => agreement.Agreement.Id,
            ("criterionId", nameof(CriterionStore)) => agreement.Proposed.Id,
            ("criterionId", _) => agreement.Criterion.Id,
            ("versionId", _) => agreement.Version.Id,
            ("answerId", _) => agreement.Question.Id,
            ("measurementId", _) => agreement.Value.Id,
            ("requestId", _) => agreement.Request.Id,
            ("given", _) => new Given("Chen Wei", "quality director", Samples.Now, GivenHow.InMeeting, "Mei", Samples.Now, meeting.Id),
            ("card", nameof(MeasurementStore)) => new MeasuredCard(DateOnly.FromDateTime(Samples.Now), "1", "report"),
            ("card", nameof(ChangeRequestStore)) => new ChangeCard("Decide sooner", "Line stops", Side.Us, "Mei"),
            ("chosen", _) => new[] { 0 },
            ("meeting", _) => meeting,
            ("series", _) => series,
            ("seriesId", _) or ("id", nameof(SeriesStore)) => series.Id,
            ("proposalId", nameof(ScreeningStore)) => offered.Id,
            ("proposalId", _) => proposal.Id,
            ("contactId", _) => contact.Id,
            ("card", _) => new ContactCard("Another contact"),
            ("evidenceId", _) => evidence.Id,
            ("ownerId", nameof(EvidenceStore)) => agreement.Value.Id,
            ("choice", _) => new CustomerChoice(null, $"New company {row.Number}"),
            ("assessment" or "seen", nameof(ScreeningStore)) => Assessment.Nothing,
            ("topicId", _) => item.Id,
            ("proposed", _) => new Proposed("Topic", null, 10),
            ("url", _) => "https://example.com",
            ("personId", _) => member.Id,
            ("customerId", nameof(ScreeningStore)) => company.Id,
            ("customerId", _) => place.Ours.Id,
            ("id", nameof(AttachmentStore)) => picture.Id,
            ("meetingId", _) or ("id", nameof(MeetingStore) or nameof(RoomStore)) => meeting.Id,
            ("itemId", _) => item.Id,
            ("removed", _) => new AgendaItem(meeting, 2, "Another topic", 10, null),
            ("attendanceId", _) => attendance.Id,
            ("id", nameof(EntryStore)) => entries[method.Name switch { nameof(EntryStore.DecideByAsync) or nameof(EntryStore.GiveReasonAsync) => 1, nameof(EntryStore.ResolveAsync) or nameof(EntryStore.ReopenAsync) => 2, _ => 0 }].Id,
            ("importId", _) => import.Id,
            ("viewId", _) => view.Id,
            ("name", _) when method.Name.StartsWith("Add", StringComparison.Ordinal) => "Another view",
            ("tableId" or "stamp", _) => table.Id,
            ("actId", _) => Guid.NewGuid(),
            _ => Value(parameter.ParameterType, row),
        };
    }

    /// <summary>The rule by which the door refused; null when it opened, whatever came then.</summary>
    public async Task<string?> RefusalAsync(Acting acting)
    {
        try
        {
            var answer = method.Invoke(acting.Get(method.DeclaringType!), BindingFlags.DoNotWrapExceptions, null, arguments, null);
            if (answer is Task task) await task;
            else if (answer is IAsyncEnumerable<object> rows) await foreach (var _ in rows) break;
            else throw new NotSupportedException($"{method} answers with {answer}.");
            return null;
        }
        catch (RuleException refusal)
        {
            return Refusals.Contains(refusal.Rule) ? refusal.Rule : null;
        }
        catch (Exception e) when (e is NullReferenceException or ArgumentException or InvalidOperationException)
        {
            return null; // past the door, where an argument made up here did not fit
        }
    }

    private static object? Value(Type type, Requirement row) => type switch
    {
        _ when type == typeof(Guid) => row.Id,
        _ when type == typeof(string) => "words",
        _ when type == typeof(int) => row.Number,
        _ when type == typeof(Right) => GivenRight,
        _ when type == typeof(byte[]) => "GIF89a"u8.ToArray(),
        _ when type == typeof(Stream) => new MemoryStream(),
        _ when type == typeof(ViewState) => new ViewState("", default),
        _ when type == typeof(ActionFilter) => ActionFilter.OfOpen,
        _ when type == typeof(DecisionFilter) => DecisionFilter.OfAll,
        _ when type == typeof(RequirementFilter) => RequirementFilter.OfOpen,
        _ when type == typeof(CancellationToken) => TestContext.Current.CancellationToken,
        _ when type.IsAssignableFrom(typeof(Guid[])) => new[] { row.Id },
        _ when type.IsAssignableFrom(typeof(string[])) => new[] { nameof(Side.Us) },
        _ when type.IsAssignableFrom(typeof(Stretch[])) => new Stretch[] { new(nameof(Side.Us), 0, 1) },
        _ when type.IsAssignableFrom(typeof(Dictionary<RequirementField, string?>)) => new Dictionary<RequirementField, string?> { [RequirementField.Title] = "New" },
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
        _ when type.IsValueType => Activator.CreateInstance(type),
        _ when type.IsInterface || type.IsAbstract || typeof(IEnumerable).IsAssignableFrom(type) || typeof(Delegate).IsAssignableFrom(type) => null,
        _ => RuntimeHelpers.GetUninitializedObject(type),
    };
}
