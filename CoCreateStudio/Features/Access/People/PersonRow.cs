using CoCreateStudio.Domain.Access;

namespace CoCreateStudio.Features.Access.People;

public enum SignInAbility { CanSignIn, Invited, InvitationEnded, Blocked }

public sealed record PersonRole(string ProjectKey, string Project, ProjectRole Role);

/// <summary>A person as an administrator sees them; <paramref name="LinkUntil"/> is when an open link ends.</summary>
public sealed record PersonRow(
    Guid Id, string Name, string Email, bool IsAdministrator, DateTime? BlockedAt, bool HasPassword, DateTime? LinkUntil, IReadOnlyList<PersonRole> Roles)
{
    public SignInAbility Ability => this switch
    {
        { BlockedAt: not null } => SignInAbility.Blocked,
        { HasPassword: true } => SignInAbility.CanSignIn,
        { LinkUntil: not null } => SignInAbility.Invited,
        _ => SignInAbility.InvitationEnded,
    };
}
