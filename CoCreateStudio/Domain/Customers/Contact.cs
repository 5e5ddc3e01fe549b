using CoCreateStudio.Domain.Access;

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

    /// <summary>No longer offered; meetings they were invited to still name them.</summary>
    public DateTime? ArchivedAt { get; private set; }

    public ContactCard Card => new(Name, Department, Title, Phone, Email, Im, HasAuthority);

    public void Write(ContactCard card)
    {
        var name = ContactCard.Tidy(card.Name) ?? throw new RuleException(nameof(RuleText.NameNeeded), Person.NameLength);
        var email = string.IsNullOrWhiteSpace(card.Email) ? null : Person.Address(card.Email);
        (Name, Department, Title) = (name, ContactCard.Tidy(card.Department), ContactCard.Tidy(card.Title));
        (Phone, Email, Im, HasAuthority) = (ContactCard.Tidy(card.Phone), email, ContactCard.Tidy(card.Im), card.HasAuthority);
    }

    public void Archive(DateTime at) => ArchivedAt ??= at;

    public void Restore() => ArchivedAt = null;
}

/// <summary>What is known of a contact.</summary>
public sealed record ContactCard(
    string Name, string? Department = null, string? Title = null, string? Phone = null, string? Email = null, string? Im = null, bool HasAuthority = false)
{
    public const int LineLength = Person.NameLength;

    // One line each: what is typed here stands in mails and calendars.
    internal static string? Tidy(string? text)
    {
        text = text?.Trim();
        if (text?.Length > LineLength) throw new RuleException(nameof(RuleText.TooLong), LineLength);
        if (text?.Any(char.IsControl) == true) throw new RuleException(nameof(RuleText.OneLineOnly));
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
