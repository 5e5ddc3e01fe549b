using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoCreateStudio.Features.Screenings;

internal sealed class ScreeningMap : IEntityTypeConfiguration<Screening>
{
    public const int NameLength = 120;

    public void Configure(EntityTypeBuilder<Screening> screening)
    {
        screening.ToTable("Screenings");
        screening.Property(s => s.AddedBy).HasMaxLength(NameLength);
        screening.Property(s => s.DeclinedBy).HasMaxLength(NameLength);
        screening.Property(s => s.DeclineReason).HasMaxLength(Screening.ReasonLength);
        screening.Property(s => s.PastRounds).HasConversion<JsonConverter<List<PastRound>>, JsonComparer<List<PastRound>>>();
        screening.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId).OnDelete(DeleteBehavior.Restrict);
        screening.HasOne<Customer>().WithMany().HasForeignKey(s => s.CustomerId).OnDelete(DeleteBehavior.Restrict);
        screening.HasMany(s => s.Assessments).WithOne().HasForeignKey(a => a.ScreeningId).OnDelete(DeleteBehavior.Restrict);
        screening.Navigation(s => s.Assessments).AutoInclude();
        screening.HasIndex(s => new { s.ProjectId, s.CustomerId }).IsUnique();
    }
}

internal sealed class TraitAssessmentMap : IEntityTypeConfiguration<TraitAssessment>
{
    public void Configure(EntityTypeBuilder<TraitAssessment> assessment)
    {
        assessment.ToTable("TraitAssessments");
        assessment.Property(a => a.Note).HasMaxLength(Assessment.NoteLength);
        assessment.Property(a => a.By).HasMaxLength(ScreeningMap.NameLength);
        assessment.HasOne<Contact>().WithMany().HasForeignKey(a => a.ContactId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasIndex(a => new { a.ScreeningId, a.Trait }).IsUnique();
    }
}

internal sealed class AssessmentProposalMap : IEntityTypeConfiguration<AssessmentProposal>
{
    public void Configure(EntityTypeBuilder<AssessmentProposal> proposal)
    {
        proposal.ToTable("AssessmentProposals");
        proposal.Property(p => p.Note).HasMaxLength(Assessment.NoteLength);
        proposal.Property(p => p.By).HasMaxLength(ScreeningMap.NameLength);
        proposal.Property(p => p.Seen).HasConversion<JsonConverter<Assessment>, JsonComparer<Assessment>>();
        proposal.Property(p => p.SettledBy).HasMaxLength(ScreeningMap.NameLength);
        proposal.HasOne<Screening>().WithMany().HasForeignKey(p => p.ScreeningId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasIndex(p => new { p.ScreeningId, p.SettledAt });
    }
}
