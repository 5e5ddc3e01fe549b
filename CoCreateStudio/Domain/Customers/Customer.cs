namespace CoCreateStudio.Domain.Customers;

/// <summary>A company that builds a product together with us; the same one across projects.</summary>
public sealed class Customer : Entity
{
    public const int NameLength = 120;

    public Customer(string name, string? shortName = null) => Rename(name, shortName);

    public string Name { get; private set; } = "";

    /// <summary>What people call it in tables and sentences: "Helian" for "Helian Electronics".</summary>
    public string ShortName { get; private set; } = "";

    public void Rename(string name, string? shortName)
    {
        name = name.Trim();
        if (name.Length is 0 or > NameLength) throw new RuleException(nameof(RuleText.NameNeeded), NameLength);
        if (shortName?.Trim().Length > NameLength) throw new RuleException(nameof(RuleText.TooLong), NameLength);
        Name = name;
        ShortName = string.IsNullOrWhiteSpace(shortName) ? name : shortName.Trim();
    }
}
