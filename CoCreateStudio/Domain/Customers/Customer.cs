namespace CoCreateStudio.Domain.Customers;

/// <summary>A company that builds a product together with us; the same one across projects.</summary>
public sealed class Customer : Entity
{
    public const int NameLength = 120;
    public const int LineLength = 120;
    public const int TextLength = 1000;
    public const int NotesLength = 8000;

    public Customer(string name, string? shortName = null) => Rename(name, shortName);

    public string Name { get; private set; } = "";

    /// <summary>What people call it in tables and sentences: "Helian" for "Helian Electronics".</summary>
    public string ShortName { get; private set; } = "";

    public string? Industry { get; private set; }
    public SizeTier? Size { get; private set; }

    /// <summary>How many people work there.</summary>
    public int? HeadCount { get; private set; }

    public string? Region { get; private set; }
    public string? Standing { get; private set; }
    public string? StandingSource { get; private set; }
    public string? Notes { get; private set; }

    /// <summary>No longer offered: entered by mistake, or gone.</summary>
    public DateTime? ArchivedAt { get; private set; }

    public void Rename(string name, string? shortName)
    {
        if (name.Trim().Length is 0 or > NameLength) throw new RuleException(nameof(RuleText.NameNeeded), NameLength);
        name = OneLine(name, NameLength)!;
        ShortName = OneLine(shortName, NameLength) ?? name;
        Name = name;
    }

    /// <summary>A field as invariant text; null is empty.</summary>
    public string? Read(CustomerField field) => field switch
    {
        CustomerField.Name => Name,
        CustomerField.ShortName => ShortName == Name ? null : ShortName,
        CustomerField.Industry => Industry,
        CustomerField.Size => Size?.ToString(),
        CustomerField.HeadCount => HeadCount?.ToString(CultureInfo.InvariantCulture),
        CustomerField.Region => Region,
        CustomerField.Standing => Standing,
        CustomerField.StandingSource => StandingSource,
        CustomerField.Notes => Notes,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    public void Write(CustomerField field, string? text)
    {
        switch (field)
        {
            case CustomerField.Name: Rename(text ?? "", Read(CustomerField.ShortName)); break;
            case CustomerField.ShortName: Rename(Name, text); break;
            case CustomerField.Industry: Industry = OneLine(text, LineLength); break;
            case CustomerField.Size: Size = SizeOf(text); break;
            case CustomerField.HeadCount: HeadCount = Customers.HeadCount.Parse(text); break;
            case CustomerField.Region: Region = OneLine(text, LineLength); break;
            case CustomerField.Standing: Standing = Tidy(text, TextLength); break;
            case CustomerField.StandingSource: StandingSource = Tidy(text, TextLength); break;
            case CustomerField.Notes: Notes = Tidy(text, NotesLength); break;
            default: throw new ArgumentOutOfRangeException(nameof(field), field, null);
        }
    }

    /// <param name="takesPart">In how many projects, also those that the actor may not see.</param>
    public void Archive(DateTime at, int takesPart)
    {
        if (takesPart > 0) throw new RuleException(nameof(RuleText.CustomerTakesPart), ShortName, takesPart);
        ArchivedAt ??= at;
    }

    public void Restore() => ArchivedAt = null;

    private static SizeTier? SizeOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return Enum.TryParse<SizeTier>(text, out var size) && Enum.IsDefined(size) ? size : throw new RuleException(nameof(RuleText.NotAValue), text);
    }

    private static string? OneLine(string? text, int most)
    {
        text = Tidy(text, most);
        return text?.Any(char.IsControl) == true ? throw new RuleException(nameof(RuleText.OneLineOnly)) : text;
    }

    private static string? Tidy(string? text, int most)
    {
        text = text?.Trim();
        if (text?.Length > most) throw new RuleException(nameof(RuleText.TooLong), most);
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
