using System.Text.RegularExpressions;

namespace CoCreateStudio.Domain.Access;

/// <summary>Somebody who signs in. The password and its lock-out are kept apart, under the same id.</summary>
public sealed partial class Person : Entity
{
    public const int NameLength = 80;
    public const int EmailLength = 254;

    public Person(string name, string email, bool isAdministrator = false)
    {
        Rename(name);
        Email = Address(email);
        IsAdministrator = isAdministrator;
    }

    public string Name { get; private set; } = "";

    /// <summary>In small letters, so that one address is one person however it is typed.</summary>
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

    /// <param name="at">When access ended.</param>
    /// <param name="otherAdministrators">How many other people who can sign in are administrators.</param>
    public void Block(DateTime at, int otherAdministrators)
    {
        if (IsAdministrator && otherAdministrators == 0) throw new RuleException(nameof(RuleText.LastAdministrator));
        BlockedAt ??= at;
    }

    public void Unblock() => BlockedAt = null;

    public void MakeAdministrator() => IsAdministrator = true;

    /// <param name="otherAdministrators">How many other people who can sign in are administrators.</param>
    public void TakeAdministration(int otherAdministrators)
    {
        if (otherAdministrators == 0) throw new RuleException(nameof(RuleText.LastAdministrator));
        IsAdministrator = false;
    }

    /// <exception cref="RuleException">This is no address.</exception>
    public static string Address(string email)
    {
        email = email.Trim().ToLowerInvariant();
        if (email.Length > EmailLength || !EmailShape().IsMatch(email)) throw new RuleException(nameof(RuleText.EmailShape));
        return email;
    }

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+$")]
    private static partial Regex EmailShape();
}
