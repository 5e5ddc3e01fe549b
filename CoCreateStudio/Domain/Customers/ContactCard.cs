using CoCreateStudio.Domain.Access;

namespace CoCreateStudio.Domain.Customers;

/// <summary>What is known of a contact.</summary>
public sealed record ContactCard(
    string Name, string? Department = null, string? Title = null, string? Phone = null, string? Email = null, string? Im = null, bool HasAuthority = false, string? Resources = null)
{
    public const int LineLength = Person.NameLength;
    public const int ResourcesLength = 300;

    /// <summary>A field as invariant text; null is empty.</summary>
    public string? Read(ContactField field) => field switch
    {
        ContactField.Name => Name,
        ContactField.Department => Department,
        ContactField.Title => Title,
        ContactField.Phone => Phone,
        ContactField.Email => Email,
        ContactField.Im => Im,
        ContactField.HasAuthority => HasAuthority ? bool.TrueString : null,
        ContactField.Resources => Resources,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>The card with one field written otherwise.</summary>
    public ContactCard With(ContactField field, string? text) => field switch
    {
        ContactField.Name => this with { Name = text ?? "" },
        ContactField.Department => this with { Department = text },
        ContactField.Title => this with { Title = text },
        ContactField.Phone => this with { Phone = text },
        ContactField.Email => this with { Email = text },
        ContactField.Im => this with { Im = text },
        ContactField.HasAuthority => this with { HasAuthority = text == bool.TrueString },
        ContactField.Resources => this with { Resources = text },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>The card as it is kept: tidied, each part of a shape that fits a mail.</summary>
    internal ContactCard Checked()
    {
        var name = Tidy(Name) ?? throw new RuleException(nameof(RuleText.NameNeeded), Person.NameLength);
        var email = string.IsNullOrWhiteSpace(Email) ? null : Person.Address(Email);
        return new(name, Tidy(Department), Tidy(Title), Tidy(Phone), email, Tidy(Im), HasAuthority, Tidy(Resources, ResourcesLength));
    }

    // One line each: what is typed here stands in mails and calendars.
    private static string? Tidy(string? text, int most = LineLength)
    {
        text = text?.Trim();
        if (text?.Length > most) throw new RuleException(nameof(RuleText.TooLong), most);
        if (text?.Any(char.IsControl) == true) throw new RuleException(nameof(RuleText.OneLineOnly));
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
