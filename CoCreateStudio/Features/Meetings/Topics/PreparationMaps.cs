using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoCreateStudio.Features.Meetings.Topics;

internal sealed class ProposalMap : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> proposal)
    {
        proposal.ToTable("Proposals");
        proposal.Property(p => p.Title).HasMaxLength(AgendaItem.TitleLength);
        proposal.Property(p => p.Note).HasMaxLength(Proposal.NoteLength);
        proposal.Property(p => p.Answer).HasMaxLength(Proposal.AnswerLength);
        proposal.Property(p => p.Author).HasMaxLength(Entry.NameLength);
        proposal.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<Customer>().WithMany().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<MeetingSeries>().WithMany().HasForeignKey(p => p.SeriesId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<Meeting>().WithMany().HasForeignKey(p => p.MeetingId).OnDelete(DeleteBehavior.Restrict);

        // Taken off the agenda, it waits again.
        proposal.HasOne<AgendaItem>().WithMany().HasForeignKey(p => p.ItemId).OnDelete(DeleteBehavior.SetNull);
        proposal.HasIndex(p => new { p.SeriesId, p.ItemId });
        proposal.HasIndex(p => new { p.MeetingId, p.ItemId });
    }
}

internal sealed class MaterialMap : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> material)
    {
        material.ToTable("Material");
        material.Property(m => m.Title).HasMaxLength(Document.NameLength);
        material.Property(m => m.AddedBy).HasMaxLength(Entry.NameLength);
        material.HasOne<Project>().WithMany().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Restrict);
        material.HasIndex(m => m.TopicId);
        material.HasDiscriminator<string>("Kind").HasValue<MaterialLink>("Link").HasValue<MaterialFile>("File");
        material.Property("Kind").HasMaxLength(10);
    }
}

internal sealed class MaterialLinkMap : IEntityTypeConfiguration<MaterialLink>
{
    public void Configure(EntityTypeBuilder<MaterialLink> link) => link.Property(l => l.Url).HasMaxLength(Meeting.LinkLength);
}

internal sealed class MaterialFileMap : IEntityTypeConfiguration<MaterialFile>
{
    public void Configure(EntityTypeBuilder<MaterialFile> file) =>
        file.HasOne(f => f.Content).WithOne().HasForeignKey<MaterialContent>(c => c.MaterialId).OnDelete(DeleteBehavior.Cascade);
}

internal sealed class MaterialContentMap : IEntityTypeConfiguration<MaterialContent>
{
    public void Configure(EntityTypeBuilder<MaterialContent> content)
    {
        content.ToTable("MaterialContents");
        content.HasKey(c => c.MaterialId);
        content.Property(c => c.MaterialId).ValueGeneratedNever();
    }
}
