using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoCreateStudio.Features.Requirements;

internal sealed class RequirementMap : IEntityTypeConfiguration<Requirement>
{
    public void Configure(EntityTypeBuilder<Requirement> requirement)
    {
        requirement.ToTable("Requirements");
        requirement.Property(r => r.Title).HasMaxLength(Requirement.TitleLength);
        requirement.Property(r => r.Department).HasMaxLength(Requirement.NameLength);
        requirement.Property(r => r.Category).HasMaxLength(Requirement.NameLength);
        requirement.Property(r => r.Reporter).HasMaxLength(Requirement.NameLength);
        requirement.Property(r => r.Owner).HasMaxLength(Requirement.NameLength);
        requirement.Property(r => r.StatusReason).HasMaxLength(Requirement.ReasonLength);
        requirement.Property(r => r.CreatedBy).HasMaxLength(Requirement.NameLength);

        // As numbers: tables sort by them.
        requirement.Property(r => r.Status).HasConversion<int>();
        requirement.Property(r => r.Urgency).HasConversion<int?>();
        requirement.Property(r => r.Extra).HasConversion<JsonConverter<Dictionary<string, string>>, JsonComparer<Dictionary<string, string>>>();
        requirement.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId).OnDelete(DeleteBehavior.Restrict);
        requirement.HasOne<Customer>().WithMany().HasForeignKey(r => r.CustomerId).OnDelete(DeleteBehavior.Restrict);
        requirement.HasOne<Requirement>().WithMany().HasForeignKey(r => r.DuplicateOfId).OnDelete(DeleteBehavior.Restrict);
        requirement.HasIndex(r => new { r.ProjectId, r.Number }).IsUnique();

        // The table's usual order with the usual filter, the groupings, and the counts by status are walked in an index, whatever the number of rows.
        requirement.HasIndex(r => new { r.ProjectId, r.ArchivedAt, r.Number, r.Status });
        requirement.HasIndex(r => new { r.ProjectId, r.ArchivedAt, r.Status, r.Number, r.TargetDate, r.StatusSince });
        requirement.HasIndex(r => new { r.ProjectId, r.ArchivedAt, r.CustomerId, r.Number });
        requirement.HasIndex(r => new { r.ProjectId, r.ArchivedAt, r.Category, r.Number });

        // The triage queue and the overdue first answers are read from this index alone.
        requirement.HasIndex(r => new { r.ProjectId, r.ArchivedAt, r.Status, r.FirstAnsweredAt, r.Urgency, r.CreatedAt, r.SnoozedUntil, r.Number });
        requirement.HasIndex(r => r.ImportId);
    }
}

internal sealed class RequirementCommentMap : IEntityTypeConfiguration<RequirementComment>
{
    public void Configure(EntityTypeBuilder<RequirementComment> comment)
    {
        comment.ToTable("RequirementComments");
        comment.Property(c => c.Author).HasMaxLength(120);
        comment.HasOne(c => c.Requirement).WithMany().HasForeignKey(c => c.RequirementId).OnDelete(DeleteBehavior.Restrict);
        comment.HasIndex(c => new { c.RequirementId, c.At });
    }
}

internal sealed class RequirementLinkMap : IEntityTypeConfiguration<RequirementLink>
{
    public void Configure(EntityTypeBuilder<RequirementLink> link)
    {
        link.ToTable("RequirementLinks");
        link.Property(l => l.Url).HasMaxLength(RequirementLink.UrlLength);
        link.Property(l => l.Title).HasMaxLength(Requirement.TitleLength);
        link.HasOne(l => l.Requirement).WithMany().HasForeignKey(l => l.RequirementId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Requirement>().WithMany().HasForeignKey(l => l.OtherId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportFileMap : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> file)
    {
        file.ToTable("ImportFiles");
        file.Property(f => f.Kind).HasMaxLength(10);
        file.HasOne<ImportRun>().WithMany().HasForeignKey(f => f.ImportId).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => new { f.ImportId, f.Kind, f.Piece }).IsUnique();
    }
}

internal sealed class ImportRunMap : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> run)
    {
        run.ToTable("ImportRuns");
        run.Property(r => r.FileName).HasMaxLength(260);
        run.Property(r => r.By).HasMaxLength(120);
        run.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId).OnDelete(DeleteBehavior.Restrict);
        run.HasIndex(r => new { r.ProjectId, r.At });
    }
}

internal sealed class ImportMappingMap : IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<ImportMapping> mapping)
    {
        mapping.ToTable("ImportMappings");
        mapping.Property(m => m.Shape).HasMaxLength(ImportMapping.ShapeLength);
        mapping.Property(m => m.FileName).HasMaxLength(260);
        mapping.Property(m => m.By).HasMaxLength(120);
        mapping.Property(m => m.Columns).HasConversion<JsonConverter<Dictionary<string, string>>, JsonComparer<Dictionary<string, string>>>();
        mapping.Property(m => m.Sheets).HasConversion<JsonConverter<Dictionary<string, bool>>, JsonComparer<Dictionary<string, bool>>>();
        mapping.HasOne<Project>().WithMany().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Restrict);
        mapping.HasOne<Customer>().WithMany().HasForeignKey(m => m.CustomerId).OnDelete(DeleteBehavior.Restrict);
        mapping.HasIndex(m => new { m.ProjectId, m.Shape });
    }
}

internal sealed class SavedViewMap : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("SavedViews");
        view.Property(v => v.Name).HasMaxLength(SavedView.NameLength);
        view.Property(v => v.Slug).HasMaxLength(SavedView.NameLength);
        view.Property(v => v.Query).HasMaxLength(SavedView.QueryLength);
        view.HasOne<Project>().WithMany().HasForeignKey(v => v.ProjectId).OnDelete(DeleteBehavior.Restrict);
        view.HasIndex(v => new { v.ProjectId, v.OwnerId });
    }
}
