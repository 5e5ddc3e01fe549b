using System.Text.Json;
using System.Text.Json.Serialization;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Acceptance.Demo;

/// <summary>The agreement of the demo, as acceptance.json has it. Days are counted from the moment that the demo is made.</summary>
internal sealed record DemoAgreement(
    string Project, string Customer, string Lead, string Pm, string SignsFor, string Title, IReadOnlyList<DemoCriterion> Criteria, IReadOnlyList<DemoRequest> Requests)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static DemoAgreement Read()
    {
        using var stream = typeof(DemoAgreement).Assembly.GetManifestResourceStream("demo-acceptance.json") ?? throw new InvalidOperationException("demo-acceptance.json is not in the assembly.");
        return JsonSerializer.Deserialize<DemoAgreement>(stream, Format) ?? throw new InvalidOperationException("demo-acceptance.json is empty.");
    }
}

/// <param name="Version">The first that holds it.</param>
/// <param name="Serves">How many requirements serve it.</param>
internal sealed record DemoCriterion(
    Dimension Dimension, string Statement, IReadOnlyDictionary<CriterionField, string> Fields, int DueInDays, IReadOnlyList<DemoValue> Values, bool Judged, int Version, IReadOnlyList<DemoCriterionChange> Changes, int Serves);

internal sealed record DemoValue(int DaysAgo, string Value, string Source, string? Note);

/// <param name="Request">The place of the change request that it was made under.</param>
/// <param name="Field">Null where the criterion itself came with it.</param>
internal sealed record DemoCriterionChange(int Version, int Request, CriterionField? Field, string? Value);

internal sealed record DemoRequest(int Version, string What, string Why, Side Side, string By, bool Meeting, string? Time);
