using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.RoundTrip;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoCreateStudio.Features.Requirements.RoundTrip;

internal sealed class SentTableMap : IEntityTypeConfiguration<SentTable>
{
    public void Configure(EntityTypeBuilder<SentTable> table)
    {
        table.ToTable("SentTables");
        table.Property(t => t.By).HasMaxLength(120);
        table.Property(t => t.ReturnedBy).HasMaxLength(120);
        table.Property(t => t.Language).HasMaxLength(20);
        table.Property(t => t.TimeZone).HasMaxLength(64);
        table.HasOne<Project>().WithMany().HasForeignKey(t => t.ProjectId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Customer>().WithMany().HasForeignKey(t => t.CustomerId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(t => new { t.ProjectId, t.At });
    }
}

internal sealed class SentPieceMap : IEntityTypeConfiguration<SentPiece>
{
    public void Configure(EntityTypeBuilder<SentPiece> piece)
    {
        piece.ToTable("SentPieces");
        piece.HasOne<SentTable>().WithMany().HasForeignKey(p => p.TableId).OnDelete(DeleteBehavior.Restrict);
        piece.HasIndex(p => new { p.TableId, p.Piece }).IsUnique();
    }
}
