using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoCreateStudio.Features.Meetings;

internal sealed class MeetingMap : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.ToTable("Meetings");
        meeting.Property(m => m.Title).HasMaxLength(Meeting.TitleLength);
        meeting.Property(m => m.Host).HasMaxLength(Meeting.TitleLength);
        meeting.Property(m => m.TimeZone).HasMaxLength(64);
        meeting.Property(m => m.Place).HasMaxLength(Meeting.PlaceLength);
        meeting.Property(m => m.Link).HasMaxLength(Meeting.LinkLength);
        meeting.Property(m => m.Remark).HasMaxLength(Meeting.RemarkLength);
        meeting.Property(m => m.OrganizerName).HasMaxLength(Entry.NameLength);
        meeting.Property(m => m.OrganizerEmail).HasMaxLength(320);
        meeting.HasOne<Project>().WithMany().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasOne<Customer>().WithMany().HasForeignKey(m => m.CustomerId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasOne<MeetingSeries>().WithMany().HasForeignKey(m => m.SeriesId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasIndex(m => new { m.ProjectId, m.Number }).IsUnique();

        // A date of a series has one meeting, whichever server makes it.
        meeting.HasIndex(m => new { m.SeriesId, m.PlannedOn }).IsUnique();
        meeting.HasIndex(m => new { m.ProjectId, m.StartsAt });
    }
}

internal sealed class AgendaItemMap : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> item)
    {
        item.ToTable("AgendaItems");
        item.Property(i => i.Title).HasMaxLength(AgendaItem.TitleLength);
        item.Property(i => i.Presenter).HasMaxLength(Entry.NameLength);
        item.HasOne<Meeting>().WithMany().HasForeignKey(i => i.MeetingId).OnDelete(DeleteBehavior.Cascade);
        item.HasIndex(i => new { i.MeetingId, i.Position });
        item.HasIndex(i => new { i.ProjectId, i.State });

        // What was deferred is taken up again once.
        item.HasIndex(i => i.FromItemId).IsUnique();
        item.HasIndex(i => i.TopicId);
    }
}

/// <summary>All that was said is one table: the room reads it with one query.</summary>
internal sealed class EntryMap : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> entry)
    {
        entry.ToTable("Entries");
        entry.Property(e => e.Author).HasMaxLength(Entry.NameLength);
        entry.Property<string>("Kind").HasMaxLength(20);
        entry.HasDiscriminator<string>("Kind")
            .HasValue<MeetingNote>("Note").HasValue<KeyPoint>("KeyPoint").HasValue<Decision>("Decision").HasValue<ActionItem>("Action").HasValue<OpenIssue>("OpenIssue").HasValue<Risk>("Risk");
        entry.HasOne<Project>().WithMany().HasForeignKey(e => e.ProjectId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Customer>().WithMany().HasForeignKey(e => e.CustomerId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Meeting>().WithMany().HasForeignKey(e => e.MeetingId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<AgendaItem>().WithMany().HasForeignKey(e => e.ItemId).OnDelete(DeleteBehavior.SetNull);
        entry.HasIndex(e => new { e.MeetingId, e.SaidAt });
        entry.HasIndex("ProjectId", "Kind", "ArchivedAt");

        // Counts of one meeting by kind, from the index alone. It says more than the one before, so SQLite prefers it.
        entry.HasIndex("MeetingId", "ArchivedAt", "Kind", "ProjectId", "CustomerId");
    }
}

internal sealed class MeetingNoteMap : IEntityTypeConfiguration<MeetingNote>
{
    public void Configure(EntityTypeBuilder<MeetingNote> note) =>
        note.HasIndex(n => new { n.ProjectId, n.Requirement }, "IX_Entries_Requirements").HasFilter("\"Requirement\" IS NOT NULL");
}

internal sealed class DecisionMap : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.Property(d => d.Number).HasColumnName("Number");
        decision.Property(d => d.DecidedBy).HasMaxLength(Entry.NameLength);
        decision.HasIndex(d => new { d.ProjectId, d.Number }, "IX_Entries_Decisions").HasFilter("\"Kind\" = \'Decision\' AND \"ArchivedAt\" IS NULL");
    }
}

internal sealed class ActionItemMap : IEntityTypeConfiguration<ActionItem>
{
    public void Configure(EntityTypeBuilder<ActionItem> action)
    {
        action.Property(a => a.Number).HasColumnName("Number");
        action.Property(a => a.Owner).HasColumnName("Owner").HasMaxLength(Entry.NameLength);
        action.Property(a => a.DoneBy).HasMaxLength(Entry.NameLength);

        // What is open is found, never copied: each meeting asks for it, in this order. Owner and customer stand in it so that it can be counted alone.
        action.HasIndex(a => new { a.ProjectId, a.DoneAt, a.DueOn, a.SaidAt, a.Number, a.Owner, a.CustomerId }, "IX_Entries_Actions").HasFilter("\"Kind\" = \'Action\' AND \"ArchivedAt\" IS NULL");
    }
}

internal sealed class OpenIssueMap : IEntityTypeConfiguration<OpenIssue>
{
    public void Configure(EntityTypeBuilder<OpenIssue> issue)
    {
        issue.Property(i => i.Number).HasColumnName("Number");
        issue.Property(i => i.Owner).HasColumnName("Owner").HasMaxLength(Entry.NameLength);
        issue.HasIndex(i => new { i.ProjectId, i.ResolvedAt, i.SaidAt, i.Number, i.Owner, i.CustomerId }, "IX_Entries_OpenIssues").HasFilter("\"Kind\" = \'OpenIssue\' AND \"ArchivedAt\" IS NULL");
    }
}

internal sealed class RiskMap : IEntityTypeConfiguration<Risk>
{
    public void Configure(EntityTypeBuilder<Risk> risk)
    {
        risk.Property(r => r.Number).HasColumnName("Number");
        risk.Property(r => r.Owner).HasColumnName("Owner").HasMaxLength(Entry.NameLength);
    }
}

internal sealed class AttendanceMap : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.ToTable("Attendances");
        attendance.Property(a => a.Name).HasMaxLength(Entry.NameLength);
        attendance.HasOne<Meeting>().WithMany().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Cascade);
        attendance.HasOne<Contact>().WithMany().HasForeignKey(a => a.ContactId).OnDelete(DeleteBehavior.Restrict);
        attendance.HasIndex(a => new { a.MeetingId, a.Name }).IsUnique();
    }
}

internal sealed class MinutesVersionMap : IEntityTypeConfiguration<MinutesVersion>
{
    public void Configure(EntityTypeBuilder<MinutesVersion> minutes)
    {
        minutes.ToTable("MinutesVersions");
        minutes.Property(v => v.PreviousHash).HasMaxLength(64);
        minutes.Property(v => v.Hash).HasMaxLength(64);
        minutes.Property(v => v.Why).HasMaxLength(MinutesVersion.WhyLength);
        minutes.Property(v => v.By).HasMaxLength(Entry.NameLength);
        minutes.HasOne<Meeting>().WithMany().HasForeignKey(v => v.MeetingId).OnDelete(DeleteBehavior.Restrict);
        minutes.HasIndex(v => new { v.MeetingId, v.Number }).IsUnique();

        // Two versions cannot take the same place in the chain, whoever is faster.
        minutes.HasIndex(v => new { v.ProjectId, v.Place }).IsUnique();
    }
}
