using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoCreateStudio.Features.Customers;

internal sealed class CustomerMap : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.ToTable("Customers");
        customer.Property(c => c.Name).HasMaxLength(Customer.NameLength);
        customer.Property(c => c.ShortName).HasMaxLength(Customer.NameLength);
        customer.Property(c => c.Industry).HasMaxLength(Customer.LineLength);
        customer.Property(c => c.Size).HasMaxLength(10);
        customer.Property(c => c.Region).HasMaxLength(Customer.LineLength);
        customer.Property(c => c.Standing).HasMaxLength(Customer.TextLength);
        customer.Property(c => c.StandingSource).HasMaxLength(Customer.TextLength);
        customer.Property(c => c.Notes).HasMaxLength(Customer.NotesLength);
        customer.HasIndex(c => c.Name).IsUnique();
    }
}

internal sealed class ContactMap : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("Contacts");
        contact.Property(c => c.Name).HasMaxLength(ContactCard.LineLength);
        contact.Property(c => c.Department).HasMaxLength(ContactCard.LineLength);
        contact.Property(c => c.Title).HasMaxLength(ContactCard.LineLength);
        contact.Property(c => c.Phone).HasMaxLength(ContactCard.LineLength);
        contact.Property(c => c.Email).HasMaxLength(Person.EmailLength);
        contact.Property(c => c.Im).HasMaxLength(ContactCard.LineLength);
        contact.Property(c => c.Resources).HasMaxLength(ContactCard.ResourcesLength);
        contact.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Restrict);
        contact.HasIndex(c => new { c.CustomerId, c.Name });
    }
}

internal sealed class CustomerFileMap : IEntityTypeConfiguration<CustomerFile>
{
    public void Configure(EntityTypeBuilder<CustomerFile> file)
    {
        file.ToTable("CustomerFiles");
        file.Property(f => f.Name).HasMaxLength(Document.NameLength);
        file.Property(f => f.AddedBy).HasMaxLength(120);
        file.HasOne<Customer>().WithMany().HasForeignKey(f => f.CustomerId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne(f => f.Content).WithOne().HasForeignKey<CustomerFileContent>(c => c.FileId).OnDelete(DeleteBehavior.Cascade);
        file.HasIndex(f => f.CustomerId);
    }
}

internal sealed class CustomerFileContentMap : IEntityTypeConfiguration<CustomerFileContent>
{
    public void Configure(EntityTypeBuilder<CustomerFileContent> content)
    {
        content.ToTable("CustomerFileContents");
        content.HasKey(c => c.FileId);
        content.Property(c => c.FileId).ValueGeneratedNever();
    }
}

internal sealed class ParticipationMap : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> participation)
    {
        participation.ToTable("Participations");
        participation.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Restrict);
        participation.HasOne<Customer>().WithMany().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Restrict);
        participation.Property(p => p.Reason).HasMaxLength(Screening.ReasonLength);
        participation.Property(p => p.By).HasMaxLength(Person.NameLength);
        participation.Property(p => p.TraitsAtStart).HasConversion<JsonConverter<Dictionary<Trait, TraitState>>, JsonComparer<Dictionary<Trait, TraitState>>>();
        participation.Ignore(p => p.Exceptions);
        participation.Property(p => p.Before).HasConversion<JsonConverter<List<PastParticipation>>, JsonComparer<List<PastParticipation>>>();
        participation.HasIndex(p => new { p.ProjectId, p.CustomerId }).IsUnique();
    }
}
