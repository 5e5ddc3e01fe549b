using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoCreateStudio.Features.Meetings.Series;

internal sealed class MeetingSeriesMap : IEntityTypeConfiguration<MeetingSeries>
{
    public void Configure(EntityTypeBuilder<MeetingSeries> series)
    {
        series.ToTable("MeetingSeries");
        series.Property(s => s.Title).HasMaxLength(Meeting.TitleLength);
        series.Property(s => s.Host).HasMaxLength(Meeting.TitleLength);
        series.Property(s => s.TimeZone).HasMaxLength(64);
        series.Property(s => s.Place).HasMaxLength(Meeting.PlaceLength);
        series.Property(s => s.Link).HasMaxLength(Meeting.LinkLength);
        series.Property(s => s.Topics).HasConversion<JsonConverter<IReadOnlyList<SeriesTopic>>, JsonComparer<IReadOnlyList<SeriesTopic>>>();
        series.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId).OnDelete(DeleteBehavior.Restrict);
        series.HasOne<Customer>().WithMany().HasForeignKey(s => s.CustomerId).OnDelete(DeleteBehavior.Restrict);
        series.HasIndex(s => new { s.ProjectId, s.Number }).IsUnique();
    }
}
