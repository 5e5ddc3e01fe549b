using CoCreateStudio.Domain.Access;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Identity;

namespace CoCreateStudio.Features.Access.Accounts;

internal static class AdministrationQueries
{
    /// <summary>Administrators who are not blocked and have a password: without one of them nobody could look after the house.</summary>
    public static IQueryable<Person> CanAdminister(this StudioDb db) =>
        db.Set<Person>().Where(p => p.IsAdministrator && p.BlockedAt == null && db.Set<Login>().Any(l => l.Id == p.Id && l.PasswordHash != null));
}
