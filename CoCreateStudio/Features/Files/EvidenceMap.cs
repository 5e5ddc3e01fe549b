using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoCreateStudio.Features.Files;

internal sealed class EvidenceMap : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> evidence)
    {
        evidence.ToTable("Evidence");
        evidence.Property(e => e.Title).HasMaxLength(Document.NameLength);
        evidence.Property(e => e.Url).HasMaxLength(500);
        evidence.Property(e => e.AddedBy).HasMaxLength(120);
        evidence.HasOne<Project>().WithMany().HasForeignKey(e => e.ProjectId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasOne(e => e.Content).WithOne().HasForeignKey<EvidenceContent>(c => c.EvidenceId).OnDelete(DeleteBehavior.Cascade);
        evidence.HasIndex(e => e.OwnerId);
    }
}

internal sealed class EvidenceContentMap : IEntityTypeConfiguration<EvidenceContent>
{
    public void Configure(EntityTypeBuilder<EvidenceContent> content)
    {
        content.ToTable("EvidenceContents");
        content.HasKey(c => c.EvidenceId);
        content.Property(c => c.EvidenceId).ValueGeneratedNever();
    }
}
