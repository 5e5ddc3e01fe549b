using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoCreateStudio.Features.Projects;

internal sealed class ProjectMap : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> project)
    {
        project.ToTable("Projects");
        project.Property(p => p.ProjectId);
        project.Property(p => p.Name).HasMaxLength(Project.NameLength);
        project.Property(p => p.Key).HasMaxLength(Project.KeyLength);
        project.HasIndex(p => p.Key).IsUnique();
        project.Property(p => p.StatusNames)
            .HasConversion<JsonConverter<Dictionary<RequirementStatus, string>>, JsonComparer<Dictionary<RequirementStatus, string>>>();
        project.Property(p => p.FirstAnswer)
            .HasConversion<JsonConverter<Dictionary<Urgency, AnswerTarget?>>, JsonComparer<Dictionary<Urgency, AnswerTarget?>>>();
        project.Property(p => p.Departments).HasConversion<JsonConverter<List<string>>, JsonComparer<List<string>>>();
        project.Property(p => p.Categories).HasConversion<JsonConverter<List<string>>, JsonComparer<List<string>>>();
    }
}

internal sealed class NumberSequenceMap : IEntityTypeConfiguration<NumberSequence>
{
    public void Configure(EntityTypeBuilder<NumberSequence> sequence)
    {
        sequence.ToTable("NumberSequences");
        sequence.HasKey(s => new { s.ProjectId, s.Name });
        sequence.Property(s => s.Name).HasMaxLength(40);
        sequence.Property(s => s.Last).IsConcurrencyToken();
        sequence.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }
}
