using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
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
        contact.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Restrict);
        contact.HasIndex(c => new { c.CustomerId, c.Name });
    }
}

internal sealed class ParticipationMap : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> participation)
    {
        participation.ToTable("Participations");
        participation.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Restrict);
        participation.HasOne<Customer>().WithMany().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Restrict);
        participation.HasIndex(p => new { p.ProjectId, p.CustomerId }).IsUnique();
    }
}
