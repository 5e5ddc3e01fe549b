using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Features.Acceptance;
using CoCreateStudio.Features.Acceptance.Agreement;
using CoCreateStudio.Features.Acceptance.Changes;
using CoCreateStudio.Features.Acceptance.Criteria;
using CoCreateStudio.Infrastructure.Files;
using Side = CoCreateStudio.Domain.Requirements.Side;

namespace CoCreateStudio.Tests.Support;

/// <summary>Brings an agreement with a customer to two signatures, by the ways that people have.</summary>
internal sealed class SigningRound(Acting lead, Place place)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>One compliance criterion, signed by both.</summary>
    public static async Task<SigningRound> MakeAsync(Acting lead, Place place, Dimension dimension = Dimension.Compliance, params (CriterionField, string)[] fields)
    {
        SigningRound round = new(lead, place);
        await round.AddAsync(Dimension.Compliance, (CriterionField.Metric, "open findings"), (CriterionField.Target, "= 0"), (CriterionField.Proof, "Audit"));
        if (dimension != Dimension.Compliance) await round.AddAsync(dimension, fields);
        await round.SignAsync();
        return round;
    }

    public async Task AddAsync(Dimension dimension, params (CriterionField Field, string Text)[] fields)
    {
        var code = await lead.Get<CriterionStore>().AddAsync(place.Id, place.Ours.Id, dimension, "What we want to see", Ct);
        foreach (var (field, text) in fields) await WriteAsync(code, field, null, text);
    }

    public async Task WriteAsync(string code, CriterionField field, string? seen, string text) => await lead.Get<CriterionStore>().WriteAsync(place.Id, (await RowAsync(code)).Id, field, seen, text, Ct);

    /// <summary>What was signed may be changed again.</summary>
    public async Task ChangeAsync(string code, CriterionField field, string? seen, string text)
    {
        await lead.Get<ChangeRequestStore>().RaiseAsync(place.Id, (await RoomAsync()).Agreement!.Id, new("Ask for more", "It is possible", Side.Customer, "Chen Wei", Scope: "none"), accept: true, Ct);
        await WriteAsync(code, field, seen, text);
        await SignAsync();
    }

    /// <summary>A scan beside the version that was sent or signed last, and what the customer gave on that paper.</summary>
    public async Task<Given> PaperAsync()
    {
        var room = await RoomAsync();
        var version = room.Sent ?? room.LastSigned!;
        await lead.Get<EvidenceStore>().AddLinkAsync(place.Id, version.Id, "https://example.com/scan", Ct);
        return new("Chen Wei", "quality director", Samples.Now, GivenHow.OnPaper, ScanId: (await RoomAsync()).ProofsOf(version.Id).Last().Id);
    }

    public Task<AcceptanceRoom> RoomAsync() => lead.Get<AcceptanceReader>().ReadAsync(place.Id, place.Ours.Id, Ct);

    public async Task<AgreementView> ViewAsync() => (await RoomAsync()).View(null, isInside: true);

    public async Task<AcceptanceCriterion> RowAsync(string code) => (await RoomAsync()).Criteria.Single(c => c.Code == code);

    private async Task SignAsync()
    {
        await lead.Get<AgreementStore>().SendAsync(place.Id, (await RoomAsync()).Agreement!.Id, Ct);
        var (signing, version, paper) = (lead.Get<SigningStore>(), (await RoomAsync()).Sent!.Id, await PaperAsync());
        await signing.AcceptRestAsync(place.Id, version, Ct);
        await signing.SignAsync(place.Id, version, "project lead", Ct);
        await signing.RecordRestAsync(place.Id, version, paper, Ct);
        await signing.RecordSignatureAsync(place.Id, version, paper, Ct);
    }
}
