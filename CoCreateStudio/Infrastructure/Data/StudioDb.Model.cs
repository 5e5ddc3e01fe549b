using System.Linq.Expressions;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.RoundTrip;
using CoCreateStudio.Domain.Screenings;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Data;

public abstract partial class StudioDb
{
    private const string InProject = "in project";
    private const string ForCustomer = "for customer";

    /// <summary>Names the filter that leaves out customers who take part no longer.</summary>
    public const string StillHere = "still here";

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(StudioDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.BaseType is null).Select(t => t.ClrType).ToList())
        {
            if (typeof(IInProject).IsAssignableFrom(type)) builder.Entity(type).HasQueryFilter(InProject, OfTheseProjects(type));
            if (!typeof(Entity).IsAssignableFrom(type)) continue;

            // Keys are made in the constructor; otherwise EF takes a new child of a loaded parent for an existing row.
            builder.Entity(type).Property(nameof(Entity.Id)).ValueGeneratedNever();
            builder.Entity(type).Property(nameof(Entity.Version)).IsConcurrencyToken();
        }

        builder.Entity<Participation>().HasQueryFilter(StillHere, p => p.LeftAt == null);
        FilterForCustomers(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    // What a customer's own people must not see is cut off here, so that no store can forget it.
    private void FilterForCustomers(ModelBuilder builder)
    {
        builder.Entity<Requirement>().HasQueryFilter(ForCustomer, r => OnlyCustomer == null || (r.Shared && r.CustomerId == OnlyCustomer));
        builder.Entity<RequirementComment>().HasQueryFilter(ForCustomer, c => OnlyCustomer == null
            || (!c.IsInternal && c.Requirement!.Shared && c.Requirement.CustomerId == OnlyCustomer));
        builder.Entity<RequirementLink>().HasQueryFilter(ForCustomer, l => OnlyCustomer == null
            || (l.OtherId == null && l.Requirement!.Shared && l.Requirement.CustomerId == OnlyCustomer));
        builder.Entity<Attachment>().HasQueryFilter(ForCustomer, a => OnlyCustomer == null
            || Set<Requirement>().Any(r => r.Id == a.OwnerId && r.Shared && r.CustomerId == OnlyCustomer));
        builder.Entity<Evidence>().HasQueryFilter(ForCustomer, e => OnlyCustomer == null);
        builder.Entity<Participation>().HasQueryFilter(ForCustomer, p => OnlyCustomer == null || p.CustomerId == OnlyCustomer);
        builder.Entity<Membership>().HasQueryFilter(ForCustomer, m => OnlyCustomer == null || m.CustomerId == null || m.CustomerId == OnlyCustomer);
        builder.Entity<AuditEntry>().HasQueryFilter(ForCustomer, e => OnlyCustomer == null);
        builder.Entity<SentTable>().HasQueryFilter(ForCustomer, t => OnlyCustomer == null);
        builder.Entity<SentPiece>().HasQueryFilter(ForCustomer, p => OnlyCustomer == null);
        builder.Entity<ImportRun>().HasQueryFilter(ForCustomer, i => OnlyCustomer == null);
        builder.Entity<ImportMapping>().HasQueryFilter(ForCustomer, m => OnlyCustomer == null);
        builder.Entity<ImportFile>().HasQueryFilter(ForCustomer, f => OnlyCustomer == null);
        builder.Entity<Meeting>().HasQueryFilter(ForCustomer, m => OnlyCustomer == null || (m.CustomerId == OnlyCustomer && m.Shown));
        builder.Entity<MeetingSeries>().HasQueryFilter(ForCustomer, s => OnlyCustomer == null);
        builder.Entity<Proposal>().HasQueryFilter(ForCustomer, p => OnlyCustomer == null || (p.CustomerId == OnlyCustomer && p.Side == Side.Customer));
        builder.Entity<Material>().HasQueryFilter(ForCustomer, m => OnlyCustomer == null
            || Set<AgendaItem>().Any(i => (i.TopicId ?? i.Id) == m.TopicId) || Set<Proposal>().Any(p => p.Id == m.TopicId));

        // Contacts belong to a company, and are there where it takes part or may do so; what we know of them is ours.
        builder.Entity<Contact>().HasQueryFilter(ForCustomer, c => OnlyCustomer == null
            && (SeesDirectory || Set<Participation>().Any(p => p.CustomerId == c.CustomerId) || Set<Screening>().Any(s => s.CustomerId == c.CustomerId)));
        builder.Entity<CustomerFile>().HasQueryFilter(ForCustomer, f => OnlyCustomer == null && SeesDirectory);
        builder.Entity<Screening>().HasQueryFilter(ForCustomer, s => OnlyCustomer == null);
        builder.Entity<TraitAssessment>().HasQueryFilter(ForCustomer, a => OnlyCustomer == null);
        builder.Entity<AssessmentProposal>().HasQueryFilter(ForCustomer, p => OnlyCustomer == null);
        builder.Entity<AgendaItem>().HasQueryFilter(ForCustomer, i => OnlyCustomer == null || Set<Meeting>().Any(m => m.Id == i.MeetingId));
        builder.Entity<Attendance>().HasQueryFilter(ForCustomer, a => OnlyCustomer == null || Set<Meeting>().Any(m => m.Id == a.MeetingId));
        builder.Entity<MinutesVersion>().HasQueryFilter(ForCustomer, v => OnlyCustomer == null || Set<Meeting>().Any(m => m.Id == v.MeetingId));
        builder.Entity<Confirmation>().HasQueryFilter(ForCustomer, c => OnlyCustomer == null || Set<Meeting>().Any(m => m.Id == c.MeetingId));
        builder.Entity<Entry>().HasQueryFilter(ForCustomer, e => OnlyCustomer == null
            || (e.CustomerId == OnlyCustomer && (e.MeetingId == null || Set<Meeting>().Any(m => m.Id == e.MeetingId))));
        FilterAgreements(builder);
        builder.Entity<SavedView>().HasQueryFilter(ForCustomer, v => OnlyCustomer == null
            || v.OwnerId != null || (!v.IsInternal && (v.CustomerId == null || v.CustomerId == OnlyCustomer)));
    }

    // Of an agreement the customer's people see what was sent to them, and what became of it; never a draft. What they themselves said
    // stays theirs, also where the version was recalled: it carries over to the next.
    private void FilterAgreements(ModelBuilder builder)
    {
        builder.Entity<AcceptanceAgreement>().HasQueryFilter(ForCustomer, a => OnlyCustomer == null || (a.CustomerId == OnlyCustomer && a.LastVersion > 0));
        builder.Entity<AgreementVersion>().HasQueryFilter(ForCustomer, v => OnlyCustomer == null
            || (v.State != VersionState.Recalled && Set<AcceptanceAgreement>().Any(a => a.Id == v.AgreementId)));
        builder.Entity<CriterionAnswer>().HasQueryFilter(ForCustomer, a => OnlyCustomer == null || Set<AgreementVersion>().Any(v => v.Id == a.VersionId)
            || (a.Side == Side.Customer && Set<AcceptanceAgreement>().Any(g => g.Id == a.AgreementId)));
        builder.Entity<SignOff>().HasQueryFilter(ForCustomer, s => OnlyCustomer == null || Set<AgreementVersion>().Any(v => v.Id == s.VersionId));
        builder.Entity<AcceptanceCriterion>().HasQueryFilter(ForCustomer, c => OnlyCustomer == null);
        builder.Entity<CriterionLink>().HasQueryFilter(ForCustomer, l => OnlyCustomer == null);
        builder.Entity<ChangeRequest>().HasQueryFilter(ForCustomer, c => OnlyCustomer == null);
        builder.Entity<Measurement>().HasQueryFilter(ForCustomer, m => OnlyCustomer == null
            || (m.ConfirmedAt != null && m.ArchivedAt == null && Set<AcceptanceAgreement>().Any(a => a.Id == m.AgreementId)));
        builder.Entity<Verification>().HasQueryFilter(ForCustomer, v => OnlyCustomer == null || Set<AcceptanceAgreement>().Any(a => a.Id == v.AgreementId));
    }

    private LambdaExpression OfTheseProjects(Type entity)
    {
        var row = Expression.Parameter(entity);
        var projects = Expression.Property(Expression.Constant(this), nameof(Projects));
        return Expression.Lambda(Expression.Call(projects, nameof(List<>.Contains), null, Expression.Property(row, nameof(IInProject.ProjectId))), row);
    }
}
