namespace CoCreateStudio.Domain.Access;

public enum LinkPurpose { SetUp, Invitation, PasswordReset }

/// <summary>A link for one person to one purpose: only the hash of its secret is kept; it expires, can be revoked, and works once.</summary>
public sealed class PersonalLink : Entity
{
    private PersonalLink()
    {
    }

    public PersonalLink(LinkPurpose purpose, Guid? personId, string secretHash, DateTime expiresAt)
    {
        (Purpose, PersonId, SecretHash, ExpiresAt) = (purpose, personId, secretHash, expiresAt);
    }

    public LinkPurpose Purpose { get; private init; }
    public Guid? PersonId { get; private init; }
    public string SecretHash { get; private init; } = "";
    public DateTime ExpiresAt { get; private set; }
    public DateTime? UsedAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }

    public bool WorksAt(DateTime now) => UsedAt is null && RevokedAt is null && now < ExpiresAt;

    public void Use(DateTime now)
    {
        if (!WorksAt(now)) throw new RuleException(nameof(RuleText.LinkNoLongerWorks));
        UsedAt = now;
    }

    public void Revoke(DateTime now) => RevokedAt ??= now;
}
