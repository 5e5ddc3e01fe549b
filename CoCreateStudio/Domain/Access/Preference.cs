namespace CoCreateStudio.Domain.Access;

/// <summary>How one person likes one thing, such as the columns of a table.</summary>
public sealed class Preference(Guid personId, string key, string value)
{
    public Guid PersonId { get; private init; } = personId;
    public string Key { get; private init; } = key;
    public string Value { get; set; } = value;
}
