using CoCreateStudio.Features.Acceptance.Agreement;
using CoCreateStudio.Features.Acceptance.Changes;
using CoCreateStudio.Features.Acceptance.Criteria;
using CoCreateStudio.Features.Acceptance.Demo;
using CoCreateStudio.Features.Acceptance.Import;
using CoCreateStudio.Features.Acceptance.Links;
using CoCreateStudio.Features.Acceptance.Measured;
using CoCreateStudio.Features.Acceptance.Out;
using CoCreateStudio.Features.Acceptance.Record;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Acceptance;

public sealed class AcceptanceFeature : IFeature
{
    public IEnumerable<NavEntry> Nav => [new("acceptance", () => AcceptanceText.Acceptance, "seal")];

    public void AddServices(IServiceCollection services) => services
        .AddScoped<AcceptanceReader>()
        .AddScoped<AcceptanceChoices>()
        .AddScoped<CriterionStore>()
        .AddScoped<CriteriaImportStore>()
        .AddScoped<AgreementStore>()
        .AddScoped<SigningStore>()
        .AddScoped<CustomerAnswerStore>()
        .AddScoped<ChangeRequestStore>()
        .AddScoped<MeasurementStore>()
        .AddScoped<VerificationStore>()
        .AddScoped<CriterionLinks>()
        .AddSingleton<IEvidenceOwner, MeasurementEvidence>()
        .AddSingleton<IEvidenceOwner, VersionEvidence>()
        .AddScoped<MyAgreementsReader>()
        .AddSingleton<ISealedRecord, AgreementRecord>()
        .AddSingleton(new HomePart(typeof(MyAgreements)))
        .AddScoped<IDemoChapter, AcceptanceDemo>();

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        ReminderMail.Map(app);
        AcceptanceEndpoints.Map(app);
    }
}
