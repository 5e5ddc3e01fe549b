using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Acceptance;

/// <summary>An agreement on its way from a draft to two signatures, without a database.</summary>
internal sealed class Agreed
{
    public static readonly DateOnly Today = DateOnly.FromDateTime(Samples.Now);

    private readonly List<CriterionAnswer> _answers = [];
    private readonly List<SignOff> _signatures = [];

    public AcceptanceAgreement Agreement { get; } = new(Guid.NewGuid(), Guid.NewGuid());
    public List<AcceptanceCriterion> Criteria { get; } = [];
    public List<AgreementVersion> Versions { get; } = [];
    public IReadOnlyList<CriterionAnswer> Answers => _answers;
    public IReadOnlyList<SignOff> Signatures => _signatures;
    public AgreementVersion Last => Versions[^1];
    public AgreementContent LastContent => AgreementContent.Read(Last.Content);
    public AgreementContent? Signed => Versions.LastOrDefault(v => v.State == VersionState.BothSigned) is { } version ? AgreementContent.Read(version.Content) : null;
    public IReadOnlyList<CriterionContent> Contents => [.. Criteria.Where(c => c is { ArchivedAt: null, IsProposed: false }).Select(CriterionContent.Of)];

    /// <summary>With a criterion of each dimension that may be signed.</summary>
    public static Agreed Ready()
    {
        Agreed agreed = new();
        foreach (var dimension in Enum.GetValues<Dimension>()) agreed.Add(dimension);
        return agreed;
    }

    public AcceptanceCriterion Add(Dimension dimension, string target = "≤ 4", string? baseline = "11")
    {
        AcceptanceCriterion criterion = new(Agreement, dimension, "A change is decided within days");
        foreach (var (field, text) in new[] { (CriterionField.Metric, "time to decide"), (CriterionField.Unit, "days"), (CriterionField.Baseline, baseline), (CriterionField.Target, target), (CriterionField.Proof, "Audit") })
            criterion.Write(Agreement, field, text, Today);
        Criteria.Add(criterion);
        return criterion;
    }

    public AgreementVersion Send(DateTime? at = null)
    {
        AgreementContent content = new("Catalogue", "Helian", Agreement.NextVersion, "Lin Yue", at ?? Samples.Now, Contents, []);
        Versions.Add(Agreement.Send(content, Versions.LastOrDefault(), Signed));
        return Last;
    }

    public AnswerSheet Sheet() => new(Last.Id, LastContent.Criteria, _answers, _signatures);

    public CriterionAnswer Answer(CriterionContent criterion, Side side, AnswerKind kind = AnswerKind.Accepted, string? words = null, DateTime? at = null)
    {
        _answers.Add(new(Last, Sheet(), criterion, side, kind, words, By(side, at)));
        return _answers[^1];
    }

    public void AcceptAll(Side side)
    {
        foreach (var criterion in Sheet().Missing(side)) Answer(criterion, side);
    }

    public SignOff Sign(Side side, Given? given = null)
    {
        var signature = Agreement.Sign(Last, Versions.Count > 1 ? Versions[^2].Hash : "", Sheet(), side, given ?? By(side));
        _signatures.Add(signature);
        return signature;
    }

    public Agreed SignedByBoth()
    {
        if (Agreement.SentVersion is null) Send();
        foreach (var side in Enum.GetValues<Side>())
        {
            AcceptAll(side);
            Sign(side);
        }

        return this;
    }

    public void Recall(string? reason = null) => Agreement.Recall(Last, Sheet(), reason, "Lin Yue", Samples.Now);

    /// <summary>Lets the draft change after a signature.</summary>
    public ChangeRequest Raise(int number = 7)
    {
        ChangeRequest request = new(Agreement.ProjectId, Agreement.CustomerId, number, new("Decide sooner", "Line stops cost more", Side.Customer, "Chen Wei"), Samples.Now);
        request.Accept(new("none", null, null), "Lin Yue", Samples.Now);
        Agreement.ChangeUnder(request);
        return request;
    }

    public static Given By(Side side, DateTime? at = null) => new(side == Side.Us ? "Lin Yue" : "Chen Wei", "lead", at ?? Samples.Now);
}
