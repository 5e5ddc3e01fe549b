using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoCreateStudio.Features.Audit;

internal sealed class AuditMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.Property(e => e.Entity).HasMaxLength(60);
        entry.Property(e => e.Actor).HasMaxLength(120);
        entry.Property(e => e.Changes).HasConversion<JsonConverter<List<FieldChange>>, JsonComparer<List<FieldChange>>>();
        entry.HasIndex(e => new { e.EntityId, e.Id });
        entry.HasIndex(e => new { e.ProjectId, e.At });
        entry.HasIndex(e => e.ActId);
    }
}
