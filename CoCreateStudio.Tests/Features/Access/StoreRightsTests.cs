using System.Reflection;
using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Access;

/// <summary>Walks every public method of every store that names a project, as every role and as a stranger.</summary>
public sealed class StoreRightsTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    // What each method needs. A new method needs a line here.
    private static readonly Dictionary<string, Right> Needs = new()
    {
        ["RequirementTable.ReadAsync"] = Right.ViewProject,
        ["RequirementTable.ReadWholeAsync"] = Right.ViewProject,
        ["RequirementTable.IdsAsync"] = Right.ViewProject,
        ["RequirementTable.PlaceAsync"] = Right.ViewProject,
        ["BlockStore.*"] = Right.EditRequirements,
        ["RequirementTable.StreamAsync"] = Right.ViewProject,
        ["TableGroups.CountAsync"] = Right.ViewProject,
        ["ProjectFactsReader.ReadAsync"] = Right.ViewProject,
        ["RequirementDetails.ReadAsync"] = Right.ViewProject,
        ["RequirementStore.AddAsync"] = Right.AddRequirements,
        ["RequirementStore.ChangeAsync"] = Right.EditRequirements,
        ["RequirementStore.ChangeManyAsync"] = Right.EditRequirements,
        ["RequirementStore.MergeAsync"] = Right.EditRequirements,
        ["BulkReply.PreviewAsync"] = Right.EditRequirements,
        ["BulkReply.SendAsync"] = Right.EditRequirements,
        ["TriageList.ReadAsync"] = Right.EditRequirements,
        ["SimilarRequirements.FindAsync"] = Right.EditRequirements,
        ["RequirementStore.UndoAsync"] = Right.EditRequirements,
        ["RequirementStore.ArchiveAsync"] = Right.ArchiveRequirements,
        ["RequirementStore.RestoreAsync"] = Right.ArchiveRequirements,
        ["RequirementTalk.SayAsync"] = Right.Comment,
        ["RequirementTalk.LinkAsync"] = Right.EditRequirements,
        ["RequirementTalk.UnlinkAsync"] = Right.EditRequirements,
        ["AttachmentStore.AddAsync"] = StoreCall.GivenRight,
        ["AttachmentStore.RemoveAsync"] = StoreCall.GivenRight,
        ["AttachmentStore.RestoreAsync"] = StoreCall.GivenRight,
        ["AttachmentStore.OpenAsync"] = Right.ViewProject,
        ["AttachmentStore.ByOwnerAsync"] = Right.ViewProject,
        ["ViewStore.ListAsync"] = Right.ViewProject,
        ["ViewStore.AddMineAsync"] = Right.ViewProject,
        ["ViewStore.*"] = Right.ShareViews,
        ["ImportStore.*"] = Right.ImportRequirements,
        ["ImportMappings.ListAsync"] = Right.ImportRequirements,
        ["ImportFileStore.*"] = Right.ImportRequirements,
        ["SentTableStore.*"] = Right.ImportRequirements,
        ["MeetingList.AheadAsync"] = Right.ViewProject,
        ["MeetingList.PastAsync"] = Right.ViewProject,
        ["MeetingList.OfSeriesAsync"] = Right.ViewProject,
        ["SeriesReader.*"] = Right.ViewProject,
        ["SeriesStore.*"] = Right.HoldMeetings,
        ["PreparationReader.ReadAsync"] = Right.ViewProject,
        ["ProposalStore.ProposeAsync"] = Right.Comment,
        ["ProposalStore.ProposeForSeriesAsync"] = Right.TakeNotes,
        ["ProposalStore.*"] = Right.HoldMeetings,
        ["MaterialStore.OpenAsync"] = Right.ViewProject,
        ["MaterialStore.*"] = Right.Comment,
        ["InvitationReader.*"] = Right.ViewProject,
        ["InvitationStore.*"] = Right.HoldMeetings,
        ["EvidenceStore.OpenAsync"] = Right.ViewProject,
        ["EvidenceStore.*"] = Right.Propose,
        ["BoardReader.KnownCustomersAsync"] = Right.Propose,
        ["BoardReader.*"] = Right.SeeInternal,
        ["ScreeningStore.AddAsync"] = Right.Propose,
        ["ScreeningStore.ProposeAsync"] = Right.Propose,
        ["ScreeningStore.AdmitAsync"] = Right.AdmitCustomers,
        ["ScreeningStore.*"] = Right.ScreenCustomers,
        ["CriteriaImportStore.*"] = Right.EditCriteria,
        ["ContactStore.*"] = Right.EditCustomers,
        ["MeetingFacts.ReadAsync"] = Right.ViewProject,
        ["RoomReader.ReadAsync"] = Right.ViewProject,
        ["ActionList.*"] = Right.ViewProject,
        ["DecisionList.*"] = Right.ViewProject,
        ["TimeReader.ReadAsync"] = Right.ViewProject,
        ["MeetingStore.*"] = Right.HoldMeetings,
        ["RoomStore.*"] = Right.HoldMeetings,
        ["EntryStore.*"] = Right.TakeNotes,
        ["MinutesStore.*"] = Right.HoldMeetings,
        ["MinutesRecord.*"] = Right.ViewProject,
        ["MinutesOutReader.*"] = Right.ViewProject,
        ["ConfirmationStore.*"] = Right.ViewProject,
        ["AcceptanceReader.ReadAsync"] = Right.ViewProject,
        ["AcceptanceChoices.ReadAsync"] = Right.Propose,
        ["CriterionStore.ProposeAsync"] = Right.Propose,
        ["CriterionStore.ProposeChosenAsync"] = Right.Propose,
        ["CriterionStore.*"] = Right.EditCriteria, // also of a proposal that is somebody else's
        ["CriterionLinks.*"] = Right.EditCriteria,
        ["AgreementStore.*"] = Right.EditCriteria,
        ["SigningStore.*"] = Right.SignAgreements,
        ["CustomerAnswerStore.*"] = Right.Comment,
        ["ChangeRequestStore.RaiseAsync"] = Right.Propose,
        ["ChangeRequestStore.*"] = Right.EditCriteria, // also withdrawing what somebody else raised
        ["MeasurementStore.ConfirmAsync"] = Right.EditCriteria,
        ["MeasurementStore.*"] = Right.Propose,
        ["VerificationStore.WaiveAsync"] = Right.SignAgreements,
        ["VerificationStore.HistoryAsync"] = Right.SeeInternal,
        ["VerificationStore.*"] = Right.EditCriteria,
        ["ProjectListStore.*"] = Right.SetUpProject,
        ["ProjectSetUpStore.*"] = Right.SetUpProject,
        ["ProjectPeopleStore.*"] = Right.ManagePeople,
    };

    // For administrators alone, whatever their role; these never look whether the project is there.
    private static readonly string[] Administration = ["ProjectStore.ArchiveAsync", "ProjectStore.RestoreAsync"];

    public static TheoryData<string> Stores => [.. StoreCall.Methods.Select(m => m.DeclaringType!.FullName!).Distinct()];

    [Fact]
    public void Of_every_method_it_is_said_what_it_needs() =>
        Assert.DoesNotContain(StoreCall.Methods.Select(Name).Except(Administration), name => NeedOf(name) is null);

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Each_role_may_do_exactly_what_its_rights_say(string store)
    {
        foreach (var method in Of(store))
            foreach (var role in Enum.GetValues<ProjectRole>())
            {
                var place = await Place.MakeAsync(studio);
                await using var acting = await place.As(role);
                var call = await StoreCall.ToAsync(studio, method, place, role);
                var isAllowed = !Administration.Contains(Name(method)) && NeedOf(Name(method)) is { } need && role.Allows(need);

                var refusal = await call.RefusalAsync(acting);

                Assert.True(isAllowed == (refusal is null), $"{role} {Name(method)}: {refusal ?? "allowed"}");
                if (refusal is not null) Assert.Equal(Administration.Contains(Name(method)) ? nameof(RuleText.AdministratorsOnly) : nameof(RuleText.NotAllowed), refusal);
            }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task For_a_stranger_and_for_nobody_the_project_is_not_there(string store)
    {
        var (place, other) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        await using var stranger = await other.As(ProjectRole.Lead);
        await using var nobody = studio.Nobody();

        foreach (var method in Of(store).Where(m => !Administration.Contains(Name(m))))
            foreach (var acting in new[] { stranger, nobody })
                Assert.Equal($"{Name(method)}: {nameof(RuleText.NotThere)}", $"{Name(method)}: {await (await StoreCall.ToAsync(studio, method, place, ProjectRole.Lead)).RefusalAsync(acting)}");
    }

    private static IEnumerable<MethodInfo> Of(string store) => StoreCall.Methods.Where(m => m.DeclaringType!.FullName == store);

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static Right? NeedOf(string name) => Needs.TryGetValue(name, out var need) || Needs.TryGetValue(name.Split('.')[0] + ".*", out need) ? need : null;
}
