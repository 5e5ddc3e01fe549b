using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.RoundTrip;

/// <summary>
/// A table that was sent to a customer to be filled in. Its id stands in the file as a stamp, and what every row said at that
/// moment is kept: only so can it be told, when the file comes back, who changed what.
/// </summary>
public sealed class SentTable : Entity, IInProject
{
    /// <summary>What stands in the file: the fields the customer sees, in the order of the columns.</summary>
    public static readonly IReadOnlyList<RequirementField> Fields =
    [
        RequirementField.Title, RequirementField.Description, RequirementField.Urgency, RequirementField.Status, RequirementField.Category,
        RequirementField.Department, RequirementField.Phase, RequirementField.Reporter, RequirementField.ReportedAt, RequirementField.Notes,
        RequirementField.Owner, RequirementField.TargetDate, RequirementField.PublicReply, RequirementField.Resolution, RequirementField.StatusReason,
    ];

    private SentTable()
    {
    }

    public SentTable(Guid projectId, Guid customerId, Guid? byId, string by, DateTime at, string language, string timeZone)
    {
        (ProjectId, CustomerId, ById, By, At, Language, TimeZone) = (projectId, customerId, byId, by, at, language, timeZone);
    }

    public Guid ProjectId { get; private init; }
    public Guid CustomerId { get; private init; }
    public Guid? ById { get; private init; }
    public string By { get; private init; } = "";
    public DateTime At { get; private init; }

    /// <summary>The language of its headings and words.</summary>
    public string Language { get; private init; } = "";

    /// <summary>The zone in which its moments are written.</summary>
    public string TimeZone { get; private init; } = "";

    public int Rows { get; private set; }

    /// <summary>What the rows said, as <see cref="SentValues"/> packs it, of a table from before it was kept in <see cref="SentPiece"/>s.</summary>
    public byte[] Values { get; private init; } = [];

    public DateTime? ReturnedAt { get; private set; }
    public string? ReturnedBy { get; private set; }
    public DateTime? RevokedAt { get; private set; }

    /// <summary>The file is written, with so many rows.</summary>
    public void Fill(int rows) => Rows = rows;

    /// <summary>It came back and was taken in; it may come back again.</summary>
    public void Return(DateTime at, string by)
    {
        if (RevokedAt is not null) throw new RuleException(nameof(RuleText.TableRevoked));
        (ReturnedAt, ReturnedBy) = (at, by);
    }

    /// <summary>Whatever comes back of it from now on is a file like any other.</summary>
    public void Revoke(DateTime at) => RevokedAt ??= at;
}
