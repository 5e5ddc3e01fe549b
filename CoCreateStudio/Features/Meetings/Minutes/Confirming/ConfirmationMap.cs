using CoCreateStudio.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoCreateStudio.Features.Meetings.Minutes.Confirming;

internal sealed class ConfirmationMap : IEntityTypeConfiguration<Confirmation>
{
    public void Configure(EntityTypeBuilder<Confirmation> confirmation)
    {
        confirmation.ToTable("Confirmations");
        confirmation.Property(c => c.Hash).HasMaxLength(64);
        confirmation.Property(c => c.Name).HasMaxLength(Entry.NameLength);
        confirmation.Property(c => c.Remark).HasMaxLength(Confirmation.RemarkLength);
        confirmation.HasOne<Meeting>().WithMany().HasForeignKey(c => c.MeetingId).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasOne<MinutesVersion>().WithMany().HasForeignKey(c => c.VersionId).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasOne<Attendance>().WithMany().HasForeignKey(c => c.AttendanceId).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasIndex(c => new { c.VersionId, c.AttendanceId }).IsUnique();
    }
}
