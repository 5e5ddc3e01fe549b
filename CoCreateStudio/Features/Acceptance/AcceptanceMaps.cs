using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoCreateStudio.Features.Acceptance;

internal sealed class AcceptanceAgreementMap : IEntityTypeConfiguration<AcceptanceAgreement>
{
    public void Configure(EntityTypeBuilder<AcceptanceAgreement> agreement)
    {
        agreement.ToTable("AcceptanceAgreements");
        agreement.HasOne<Project>().WithMany().HasForeignKey(a => a.ProjectId).OnDelete(DeleteBehavior.Restrict);
        agreement.HasOne<Customer>().WithMany().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Restrict);
        agreement.HasIndex(a => new { a.ProjectId, a.CustomerId }).IsUnique();
    }
}

internal sealed class AcceptanceCriterionMap : IEntityTypeConfiguration<AcceptanceCriterion>
{
    public void Configure(EntityTypeBuilder<AcceptanceCriterion> criterion)
    {
        criterion.ToTable("AcceptanceCriteria");
        criterion.Property(c => c.Statement).HasMaxLength(AcceptanceCriterion.StatementLength);
        criterion.Property(c => c.Metric).HasMaxLength(AcceptanceCriterion.LineLength);
        criterion.Property(c => c.Unit).HasMaxLength(AcceptanceCriterion.LineLength);
        criterion.Property(c => c.Baseline).HasMaxLength(CriterionValue.Length);
        criterion.Property(c => c.Target).HasMaxLength(CriterionValue.Length);
        criterion.Property(c => c.UpperTarget).HasMaxLength(CriterionValue.Length);
        criterion.Property(c => c.ProofNote).HasMaxLength(AcceptanceCriterion.NoteLength);
        criterion.Property(c => c.OurOwner).HasMaxLength(AcceptanceCriterion.LineLength);
        criterion.Property(c => c.TheirOwner).HasMaxLength(AcceptanceCriterion.LineLength);
        criterion.Property(c => c.ProposedBy).HasMaxLength(Given.NameLength);
        criterion.HasOne<AcceptanceAgreement>().WithMany().HasForeignKey(c => c.AgreementId).OnDelete(DeleteBehavior.Restrict);
        criterion.HasIndex(c => new { c.AgreementId, c.Dimension, c.Number }).IsUnique();
    }
}

internal sealed class AgreementVersionMap : IEntityTypeConfiguration<AgreementVersion>
{
    public void Configure(EntityTypeBuilder<AgreementVersion> version)
    {
        version.ToTable("AgreementVersions");
        version.Property(v => v.PreviousHash).HasMaxLength(64);
        version.Property(v => v.Hash).HasMaxLength(64);
        version.Property(v => v.SentBy).HasMaxLength(Given.NameLength);
        version.Property(v => v.RecalledBy).HasMaxLength(Given.NameLength);
        version.Property(v => v.RecallReason).HasMaxLength(AgreementVersion.RecallReasonLength);
        version.Property(v => v.RemindedBy).HasMaxLength(Given.NameLength);
        version.HasOne<AcceptanceAgreement>().WithMany().HasForeignKey(v => v.AgreementId).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.AgreementId, v.Number }).IsUnique();
    }
}

internal sealed class CriterionAnswerMap : IEntityTypeConfiguration<CriterionAnswer>
{
    public void Configure(EntityTypeBuilder<CriterionAnswer> answer)
    {
        answer.ToTable("CriterionAnswers");
        answer.Property(a => a.ContentHash).HasMaxLength(64);
        answer.Property(a => a.Words).HasMaxLength(CriterionAnswer.WordsLength);
        answer.Property(a => a.Reply).HasMaxLength(CriterionAnswer.WordsLength);
        answer.Property(a => a.Name).HasMaxLength(Given.NameLength);
        answer.Property(a => a.Title).HasMaxLength(Given.NameLength);
        answer.Property(a => a.RecordedBy).HasMaxLength(Given.NameLength);
        answer.Property(a => a.RepliedBy).HasMaxLength(Given.NameLength);
        answer.Property(a => a.ReplyRecordedBy).HasMaxLength(Given.NameLength);
        answer.HasOne<AgreementVersion>().WithMany().HasForeignKey(a => a.VersionId).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => new { a.AgreementId, a.CriterionId });
    }
}

internal sealed class SignOffMap : IEntityTypeConfiguration<SignOff>
{
    public void Configure(EntityTypeBuilder<SignOff> signature)
    {
        signature.ToTable("SignOffs");
        signature.Property(s => s.Hash).HasMaxLength(64);
        signature.Property(s => s.OwnHash).HasMaxLength(64);
        signature.Property(s => s.Name).HasMaxLength(Given.NameLength);
        signature.Property(s => s.Title).HasMaxLength(Given.NameLength);
        signature.Property(s => s.RecordedBy).HasMaxLength(Given.NameLength);
        signature.HasOne<AgreementVersion>().WithMany().HasForeignKey(s => s.VersionId).OnDelete(DeleteBehavior.Restrict);

        // A side signs a version once, whoever is faster.
        signature.HasIndex(s => new { s.VersionId, s.Side }).IsUnique();
        signature.HasIndex(s => s.AgreementId);
    }
}

internal sealed class ChangeRequestMap : IEntityTypeConfiguration<ChangeRequest>
{
    public void Configure(EntityTypeBuilder<ChangeRequest> change)
    {
        change.ToTable("ChangeRequests");
        change.Property(c => c.What).HasMaxLength(ChangeRequest.WhatLength);
        change.Property(c => c.Why).HasMaxLength(ChangeRequest.WordsLength);
        change.Property(c => c.RaisedBy).HasMaxLength(Given.NameLength);
        change.Property(c => c.Scope).HasMaxLength(ChangeRequest.WordsLength);
        change.Property(c => c.Time).HasMaxLength(ChangeRequest.WordsLength);
        change.Property(c => c.DecidedBy).HasMaxLength(Given.NameLength);
        change.Property(c => c.DecidedWhy).HasMaxLength(ChangeRequest.WordsLength);
        change.Property(c => c.State).HasMaxLength(16);
        change.Property(c => c.Cost).HasMaxLength(ChangeRequest.WordsLength);
        change.HasOne<Project>().WithMany().HasForeignKey(c => c.ProjectId).OnDelete(DeleteBehavior.Restrict);
        change.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => new { c.ProjectId, c.Number }).IsUnique();
    }
}

internal sealed class MeasurementMap : IEntityTypeConfiguration<Measurement>
{
    public void Configure(EntityTypeBuilder<Measurement> measurement)
    {
        measurement.ToTable("Measurements");
        measurement.Property(m => m.Value).HasMaxLength(CriterionValue.Length);
        measurement.Property(m => m.Metric).HasMaxLength(AcceptanceCriterion.LineLength);
        measurement.Property(m => m.Unit).HasMaxLength(AcceptanceCriterion.LineLength);
        measurement.Property(m => m.Source).HasMaxLength(AcceptanceCriterion.LineLength);
        measurement.Property(m => m.Note).HasMaxLength(Measurement.NoteLength);
        measurement.Property(m => m.By).HasMaxLength(Given.NameLength);
        measurement.Property(m => m.ConfirmedBy).HasMaxLength(Given.NameLength);
        measurement.HasOne<AcceptanceCriterion>().WithMany().HasForeignKey(m => m.CriterionId).OnDelete(DeleteBehavior.Restrict);
        measurement.HasIndex(m => new { m.AgreementId, m.CriterionId, m.On });
    }
}

internal sealed class VerificationMap : IEntityTypeConfiguration<Verification>
{
    public void Configure(EntityTypeBuilder<Verification> verification)
    {
        verification.ToTable("Verifications");
        verification.Property(v => v.Value).HasMaxLength(CriterionValue.Length);
        verification.Property(v => v.ContentHash).HasMaxLength(64);
        verification.Property(v => v.Reason).HasMaxLength(Verification.ReasonLength);
        verification.Property(v => v.JudgedBy).HasMaxLength(Given.NameLength);
        verification.Property(v => v.WaivedForUs).HasMaxLength(Given.NameLength);
        verification.Property(v => v.WaivedForThem).HasMaxLength(Given.NameLength);
        verification.Property(v => v.WaivedTitle).HasMaxLength(Given.NameLength);
        verification.Property(v => v.ReopenedBy).HasMaxLength(Given.NameLength);
        verification.HasOne<AcceptanceCriterion>().WithMany().HasForeignKey(v => v.CriterionId).OnDelete(DeleteBehavior.Restrict);
        verification.HasIndex(v => v.CriterionId).IsUnique();
        verification.HasIndex(v => v.AgreementId);
    }
}

internal sealed class CriterionLinkMap : IEntityTypeConfiguration<CriterionLink>
{
    public void Configure(EntityTypeBuilder<CriterionLink> link)
    {
        link.ToTable("CriterionLinks");
        link.HasOne<AcceptanceCriterion>().WithMany().HasForeignKey(l => l.CriterionId).OnDelete(DeleteBehavior.Cascade);
        link.HasIndex(l => new { l.CriterionId, l.Kind, l.TargetId }).IsUnique();
        link.HasIndex(l => new { l.ProjectId, l.TargetId });
    }
}
