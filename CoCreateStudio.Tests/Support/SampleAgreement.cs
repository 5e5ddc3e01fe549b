using System.Collections.Concurrent;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Tests.Support;

/// <summary>An agreement in a database: one criterion that was sent, one that is only proposed.</summary>
public sealed class SampleAgreement
{
    private static readonly ConcurrentDictionary<(Guid, Guid), SampleAgreement> Added = [];

    private SampleAgreement(Guid projectId, Guid customerId)
    {
        var today = DateOnly.FromDateTime(Samples.Now);
        Agreement = new(projectId, customerId);
        Criterion = Measurable(Agreement, today);
        Proposed = new(Agreement, Dimension.Benefit, "Nobody types it twice", new(null, "Mei"));
        AgreementContent content = new("Catalogue", "Helian", 1, "Mei", Samples.Now, [CriterionContent.Of(Criterion)], []);
        Version = Agreement.Send(content, null, null);
        Question = new(Version, new(Version.Id, content.Criteria, [], []), content.Criteria[0], Side.Customer, AnswerKind.Asked, "Which days?", new("Chen Wei", null, Samples.Now));
        Value = new(content.Criteria[0], Agreement, new(today, "1", "report"), "Mei", Samples.Now, today);
        Request = new(projectId, customerId, 1000, new("Decide sooner", "Line stops", Side.Customer, "Chen Wei"), Samples.Now);
        Link = new(Criterion, ServedBy.Requirement, Guid.NewGuid());
    }

    public AcceptanceAgreement Agreement { get; }
    public AcceptanceCriterion Criterion { get; }
    public AcceptanceCriterion Proposed { get; }
    public AgreementVersion Version { get; }
    public CriterionAnswer Question { get; }
    public Measurement Value { get; }
    public ChangeRequest Request { get; }
    public CriterionLink Link { get; }

    /// <summary>A project has one with each customer, so who asks again gets the same.</summary>
    public static async Task<SampleAgreement> AddAsync(StudioFixture studio, Guid projectId, Guid customerId)
    {
        if (Added.TryGetValue((projectId, customerId), out var there)) return there;
        var sample = Added[(projectId, customerId)] = new(projectId, customerId);
        await studio.AddAsync(sample.Agreement, sample.Criterion, sample.Proposed, sample.Version, sample.Question, sample.Value, sample.Request, sample.Link);
        return sample;
    }

    public static SampleAgreement Of(Guid projectId, Guid customerId) => new(projectId, customerId);

    private static AcceptanceCriterion Measurable(AcceptanceAgreement agreement, DateOnly today)
    {
        AcceptanceCriterion criterion = new(agreement, Dimension.Compliance, "No finding is open");
        foreach (var (field, text) in new[] { (CriterionField.Metric, "open findings"), (CriterionField.Unit, "findings"), (CriterionField.Baseline, "3"), (CriterionField.Target, "= 0"), (CriterionField.Proof, "Audit") })
            criterion.Write(agreement, field, text, today);
        return criterion;
    }
}
