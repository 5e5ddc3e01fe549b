using System.Text.Json;
using System.Text.Json.Serialization;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Demo;

/// <summary>The texts of the demo, as demo.json has them; times are days before or after the day of filling.</summary>
internal sealed record DemoBook(IReadOnlyList<DemoPerson> People, IReadOnlyList<DemoCustomer> Customers, IReadOnlyList<DemoProject> Projects)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static DemoBook Read()
    {
        using var stream = typeof(DemoBook).Assembly.GetManifestResourceStream("demo.json")
            ?? throw new InvalidOperationException("demo.json is not in the assembly.");
        return JsonSerializer.Deserialize<DemoBook>(stream, Format) ?? throw new InvalidOperationException("demo.json is empty.");
    }
}

internal sealed record DemoPerson(string Code, string Name, string Email, string TimeZone, bool Administrator = false);

internal sealed record DemoCustomer(string Code, string Name, string ShortName);

internal sealed record DemoMember(string Person, ProjectRole Role, string? Customer = null);

internal sealed record DemoComment(string By, string Text, bool IsInternal = false);

internal sealed record DemoLink(string Url, string Title);

internal sealed record DemoProject(
    string Key, string Name, string Purpose, IReadOnlyList<string> Customers, IReadOnlyList<DemoMember> Members,
    IReadOnlyList<string> Departments, IReadOnlyList<string> Categories, IReadOnlyList<DemoRequirement> Requirements)
{
    public Dictionary<RequirementStatus, string> StatusNames { get; init; } = [];
    public string ImportFile { get; init; } = "";
}

internal sealed record DemoRequirement(string Title, string Customer, RequirementStatus Status, int DaysAgo)
{
    /// <summary>By which another row of the project speaks of this one.</summary>
    public string? Key { get; init; }

    public string? Description { get; init; }
    public string? Department { get; init; }
    public string? Category { get; init; }
    public ProjectPhase? Phase { get; init; }
    public Urgency? Urgency { get; init; }
    public Urgency? UrgencyBefore { get; init; }
    public string? Reporter { get; init; }
    public string? Owner { get; init; }
    public bool Reopened { get; init; }
    public string? Reason { get; init; }
    public string? DuplicateOf { get; init; }
    public string? RelatedTo { get; init; }
    public int? DueInDays { get; init; }
    public bool Shared { get; init; } = true;
    public string? PublicReply { get; init; }
    public string? InternalNote { get; init; }
    public string? Notes { get; init; }
    public string? Resolution { get; init; }
    public int Pictures { get; init; }
    public bool Imported { get; init; }
    public Dictionary<string, string> Extra { get; init; } = [];
    public IReadOnlyList<DemoLink> Links { get; init; } = [];
    public IReadOnlyList<DemoComment> Comments { get; init; } = [];
}
