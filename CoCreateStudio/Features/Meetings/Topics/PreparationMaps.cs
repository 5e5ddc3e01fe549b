using CoCreateStudio.Domain.Customers;
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

internal sealed class TopicLinkMap : IEntityTypeConfiguration<TopicLink>
{
    public void Configure(EntityTypeBuilder<TopicLink> link)
    {
        link.ToTable("TopicLinks");
        link.Property(l => l.Url).HasMaxLength(Meeting.LinkLength);
        link.Property(l => l.Title).HasMaxLength(TopicLink.TitleLength);
        link.Property(l => l.AddedBy).HasMaxLength(Entry.NameLength);
        link.HasOne<Project>().WithMany().HasForeignKey(l => l.ProjectId).OnDelete(DeleteBehavior.Restrict);
        link.HasIndex(l => l.TopicId);
    }
}
