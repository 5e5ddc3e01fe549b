namespace CoCreateStudio.Domain.Customers;

/// <summary>In which order the people of a company are called when something is urgent: 1, 2, 3, each place once and none left out.</summary>
public static class EmergencyList
{
    /// <summary>Who is on the list, first to last.</summary>
    public static IEnumerable<Contact> Of(IEnumerable<Contact> contacts) =>
        contacts.Where(c => c is { EmergencyOrder: not null, ArchivedAt: null }).OrderBy(c => c.EmergencyOrder).ThenBy(c => c.Name, StringComparer.Ordinal);

    /// <summary>Puts somebody at a place, and those behind one further; a place beyond the end is the last one, none takes them off the list.</summary>
    /// <param name="contacts">All contacts of the company.</param>
    public static void Place(IReadOnlyCollection<Contact> contacts, Contact contact, int? place)
    {
        if (place < 1) throw new RuleException(nameof(RuleText.EmergencyPlace));
        List<Contact> order = [.. Of(contacts.Where(c => c != contact))];
        if (place is { } at) order.Insert(Math.Min(at - 1, order.Count), contact);
        else contact.EmergencyOrder = null;
        Number(order);
    }

    /// <summary>Closes the gap that somebody left; they keep their place in mind, for the day they come back.</summary>
    public static void Leave(IReadOnlyCollection<Contact> contacts, Contact gone) => Number([.. Of(contacts.Where(c => c != gone))]);

    /// <summary>A place as somebody types it; blank is none.</summary>
    public static int? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var place) && place is > 0 and < 100
            ? place : throw new RuleException(nameof(RuleText.EmergencyPlace));
    }

    private static void Number(List<Contact> order)
    {
        for (var i = 0; i < order.Count; i++) order[i].EmergencyOrder = i + 1;
    }
}
