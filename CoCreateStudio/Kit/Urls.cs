using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Kit;

/// <summary>Addresses, so that a feature can lead to another without knowing it.</summary>
public static class Urls
{
    public const string Home = "/";

    /// <summary>The home page with the form for a new project open.</summary>
    public const string NewProject = "/?new=true";

    public const string People = "/people";

    /// <summary>All companies, whatever project they take part in.</summary>
    public const string Customers = "/customers";

    /// <summary>Takes in a list of companies.</summary>
    public const string CustomersImport = "/customers/import";

    /// <summary>Which of the six traits told beforehand how it would go, over all projects.</summary>
    public const string TraitResults = "/customers/traits";

    public const string Me = "/account/me";

    /// <summary>Takes in a list of companies that become candidates of a project.</summary>
    public static string CandidatesImport(string key) => $"{CustomersImport}?project={key}";

    public static string Customer(Guid id) => $"/customers/{id}";

    /// <summary>A document that belongs to a company.</summary>
    public static string CustomerFile(Guid id) => $"/customers/files/{id}";

    public static string Project(string key) => $"/projects/{key}/requirements";

    public static string Area(string key, string path) => $"/projects/{key}/{path}";

    public static string Requirements(string key) => $"/projects/{key}/requirements";

    /// <summary>The table of requirements with only one status in it.</summary>
    public static string Requirements(string key, RequirementStatus status) => $"/projects/{key}/requirements?status={status.ToString().ToLowerInvariant()}";

    /// <summary>The table of requirements with only what is past its date.</summary>
    public static string LateRequirements(string key) => $"/projects/{key}/requirements?late=1";

    /// <summary>The table of requirements with only one customer's in it.</summary>
    public static string RequirementsOf(string key, Guid customerId) => $"/projects/{key}/requirements?customer={customerId}";

    /// <summary>One customer's requirements that are past their date, or all of them, also those that are done.</summary>
    public static string RequirementsOf(string key, Guid customerId, bool lateOnly) => RequirementsOf(key, customerId) + (lateOnly ? "&late=1" : "&status=all");

    public static string ActionsOf(string key, Guid customerId, bool lateOnly = false) => $"/projects/{key}/actions?customer={customerId}{(lateOnly ? "&show=overdue" : "")}";

    public static string DecisionsOf(string key, Guid customerId) => $"/projects/{key}/decisions?customer={customerId}";

    public static string Requirement(string key, int number) => $"/projects/{key}/requirements/{number}";

    /// <summary>The queue of what waits for a decision, at one of them.</summary>
    public static string Triage(string key, int? number = null) => number is { } open ? $"/projects/{key}/triage/{open}" : $"/projects/{key}/triage";

    public static string Meeting(string key, int number) => $"/projects/{key}/meetings/{number}";

    /// <summary>Meetings that come again.</summary>
    public static string MeetingSeries(string key, int number) => $"/projects/{key}/meetings/series/{number}";

    /// <summary>A line of a meeting, by the name it has in the minutes: "A-12".</summary>
    public static string MeetingLine(string key, int number, string line) => $"/projects/{key}/meetings/{number}#{line}";

    /// <summary>The actions of a project, with one of them open beside them.</summary>
    public static string Actions(string key, int? number = null) => number is { } open ? $"/projects/{key}/actions/{open}" : $"/projects/{key}/actions";

    public static string Decisions(string key) => $"/projects/{key}/decisions";

    /// <summary>The candidates of a project by the six traits; with one of them, or one trait of it, open beside them.</summary>
    public static string Screening(string key, Guid? customerId = null, string? trait = null) =>
        customerId is not { } id ? $"/projects/{key}/screening" : trait is null ? $"/projects/{key}/screening/{id}" : $"/projects/{key}/screening/{id}/{trait}";

    /// <summary>What to ask a candidate, on paper.</summary>
    public static string Interview(string key, Guid customerId) => $"/projects/{key}/screening/{customerId}/interview";

    /// <summary>Takes criteria into the draft of the agreement with a customer.</summary>
    public static string CriteriaImport(string key, Guid customerId) => $"/projects/{key}/acceptance/import?customer={customerId}";

    /// <summary>What is agreed with a customer, with one criterion open beside it.</summary>
    public static string Acceptance(string key, string? code = null, Guid? customerId = null) =>
        $"/projects/{key}/acceptance{(code is null ? "" : $"/{code}")}{(customerId is { } id ? $"?customer={id}" : "")}";

    public static string ProjectSetUp(string key) => $"/projects/{key}/set-up";

    public static string ImportFile(string key, Guid importId, ImportFileKind kind) => $"/projects/{key}/imports/{importId}/{kind.ToString().ToLowerInvariant()}";

    /// <summary>A file that belongs to a topic of a meeting.</summary>
    public static string Material(string key, Guid id) => $"/projects/{key}/material/{id}";

    /// <summary>A file that proves something.</summary>
    public static string Evidence(string key, Guid id) => $"/projects/{key}/evidence/{id}";

    public static string Attachment(string key, Guid id) => $"/projects/{key}/files/{id}";
}
