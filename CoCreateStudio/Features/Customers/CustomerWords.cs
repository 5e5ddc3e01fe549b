using CoCreateStudio.Domain.Customers;

namespace CoCreateStudio.Features.Customers;

/// <summary>What fields of companies and contacts, and their values, are called in the reader's language.</summary>
public static class CustomerWords
{
    public static string Word(this SizeTier size) => size switch { SizeTier.Large => CustomersText.Large, SizeTier.Medium => CustomersText.Medium, _ => CustomersText.Small };

    public static string Word(this CustomerField field) => field switch
    {
        CustomerField.Name => CustomersText.NameField,
        CustomerField.ShortName => CustomersText.ShortName,
        CustomerField.Industry => CustomersText.Industry,
        CustomerField.Size => CustomersText.SizeField,
        CustomerField.HeadCount => CustomersText.HeadCount,
        CustomerField.Region => CustomersText.Region,
        CustomerField.Standing => CustomersText.Standing,
        CustomerField.StandingSource => CustomersText.StandingSource,
        _ => CustomersText.Notes,
    };

    public static string Word(this ContactField field) => field switch
    {
        ContactField.Name => ContactsText.Name,
        ContactField.Department => ContactsText.Department,
        ContactField.Title => ContactsText.Title,
        ContactField.Phone => ContactsText.Phone,
        ContactField.Email => ContactsText.Email,
        ContactField.Im => ContactsText.Im,
        ContactField.HasAuthority => ContactsText.HasAuthority,
        ContactField.Resources => ContactsText.Resources,
        _ => ContactsText.EmergencyOrder,
    };

    /// <summary>A value that is kept as invariant text, as people read it.</summary>
    public static string? Say(this CustomerField field, string? value) =>
        field == CustomerField.Size && Enum.TryParse<SizeTier>(value, out var size) ? size.Word()
        : field == CustomerField.HeadCount && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Kit.Text.Format.Count(count)
        : value;

    public static string? Say(this ContactField field, string? value) =>
        field == ContactField.HasAuthority ? value == bool.TrueString ? CustomersText.Yes : CustomersText.No : value;

    public static string Said(string text, params object?[] args) => string.Format(CultureInfo.CurrentCulture, text, args);
}
