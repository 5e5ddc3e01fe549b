namespace CoCreateStudio.Domain.Customers;

/// <summary>A person at a customer, with or without an account here.</summary>
public sealed class Contact : Entity
{
    private Contact()
    {
    }

    public Contact(Guid customerId, ContactCard card)
    {
        CustomerId = customerId;
        Write(card);
    }

    public Guid CustomerId { get; private init; }
    public string Name { get; private set; } = "";
    public string? Department { get; private set; }
    public string? Title { get; private set; }
    public string? Phone { get; private set; }
    public string? Email { get; private set; }

    /// <summary>Where messages reach them at once: WeChat, DingTalk, Teams.</summary>
    public string? Im { get; private set; }

    /// <summary>Speaks for the company in the project.</summary>
    public bool HasAuthority { get; private set; }

    /// <summary>Whom and what they can direct: "the plant's IT, four key users".</summary>
    public string? Resources { get; private set; }

    /// <summary>Who is called first, second, third in an emergency; see <see cref="EmergencyList"/>.</summary>
    public int? EmergencyOrder { get; internal set; }

    /// <summary>No longer offered; meetings they were invited to still name them.</summary>
    public DateTime? ArchivedAt { get; private set; }

    public ContactCard Card => new(Name, Department, Title, Phone, Email, Im, HasAuthority, Resources);

    public void Write(ContactCard card) =>
        (Name, Department, Title, Phone, Email, Im, HasAuthority, Resources) = card.Checked();

    /// <summary>A field as invariant text; null is empty.</summary>
    public string? Read(ContactField field) => field == ContactField.EmergencyOrder ? EmergencyOrder?.ToString(CultureInfo.InvariantCulture) : Card.Read(field);

    public void Archive(DateTime at) => ArchivedAt ??= at;

    public void Restore() => ArchivedAt = null;
}
