using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoCreateStudio.Features.Files;

internal sealed class AttachmentMap : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("Attachments");
        attachment.Property(a => a.FileName).HasMaxLength(Attachment.NameLength);
        attachment.Property(a => a.Kind).HasMaxLength(10);
        attachment.Property(a => a.AddedBy).HasMaxLength(120);
        attachment.HasOne<Project>().WithMany().HasForeignKey(a => a.ProjectId).OnDelete(DeleteBehavior.Restrict);
        attachment.HasOne(a => a.Content).WithOne().HasForeignKey<AttachmentContent>(c => c.AttachmentId).OnDelete(DeleteBehavior.Cascade);
        attachment.HasIndex(a => new { a.OwnerId, a.Id });
    }
}

internal sealed class AttachmentContentMap : IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<AttachmentContent> content)
    {
        content.ToTable("AttachmentContents");
        content.HasKey(c => c.AttachmentId);
        content.Property(c => c.AttachmentId).ValueGeneratedNever();
    }
}
