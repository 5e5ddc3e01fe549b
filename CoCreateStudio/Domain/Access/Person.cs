namespace CoCreateStudio.Domain.Access;

/// <summary>Somebody who signs in. The password and its lock-out are kept apart, under the same id.</summary>
public sealed class Person : Entity
{
    public const int NameLength = 80;

    public Person(string name, string email, bool isAdministrator = false)
    {
        Rename(name);
        Email = email.Trim();
        IsAdministrator = isAdministrator;
    }

    public string Name { get; private set; } = "";
    public string Email { get; private set; }
    public bool IsAdministrator { get; private set; }

    /// <summary>IANA name, such as "Asia/Shanghai".</summary>
    public string TimeZone { get; private set; } = "UTC";

    public DateTime? BlockedAt { get; private set; }

    public void Rename(string name)
    {
        name = name.Trim();
        if (name.Length is 0 or > NameLength) throw new RuleException(nameof(RuleText.NameNeeded), NameLength);
        Name = name;
    }

    public void LiveIn(string timeZone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _)) throw new RuleException(nameof(RuleText.NoSuchTimeZone), timeZone);
        TimeZone = timeZone;
    }

    public void Block(DateTime at) => BlockedAt ??= at;

    public void Unblock() => BlockedAt = null;

    public void MakeAdministrator() => IsAdministrator = true;

    /// <param name="otherAdministrators">How many other people who are not blocked are administrators.</param>
    public void TakeAdministration(int otherAdministrators)
    {
        if (otherAdministrators == 0) throw new RuleException(nameof(RuleText.LastAdministrator));
        IsAdministrator = false;
    }
}
