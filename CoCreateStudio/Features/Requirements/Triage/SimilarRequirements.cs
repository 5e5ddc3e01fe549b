using System.Linq.Expressions;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Triage;

/// <summary>A requirement that may be the same need as another.</summary>
public sealed record SimilarOne(Guid Id, int Number, string Title, RequirementStatus Status, string? Customer);

/// <summary>Finds what says the same: by number, or by how many of the words stand in title and description.</summary>
public sealed class SimilarRequirements(ProjectDbFactory projects)
{
    public const int Most = 8;
    private const int InTitle = 3;

    /// <param name="id">The one that is compared; it is not found itself.</param>
    /// <param name="typed">A number such as "R-12", or words; nothing to look for what resembles its title.</param>
    public async Task<IReadOnlyList<SimilarOne>> FindAsync(Guid projectId, Guid id, string typed, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditRequirements, ct);
        var rows = db.Set<Requirement>().AsNoTracking().Where(r => r.Id != id && r.ArchivedAt == null && r.Status != RequirementStatus.Duplicate);
        var words = typed.Trim();
        if (int.TryParse(words.TrimStart('R', 'r', '-', '#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return await ShownAsync(db, rows.Where(r => r.Number == number), ct);
        var isGuess = words.Length == 0;
        if (isGuess) words = await db.Set<Requirement>().Where(r => r.Id == id).Select(r => r.Title).SingleOrDefaultAsync(ct) ?? "";
        var terms = SearchTerms.Of(words);
        if (terms.Count == 0) return [];

        // A guess has to share half of the words; who types sees whatever shares one.
        var score = Score(terms);
        var least = isGuess ? Math.Max(1, terms.Count / 2) * InTitle : 1;
        var enough = Expression.Lambda<Func<Requirement, bool>>(Expression.GreaterThanOrEqual(score.Body, Expression.Constant(least)), score.Parameters);
        return await ShownAsync(db, rows.Where(enough).OrderByDescending(score).ThenBy(r => r.Status >= RequirementStatus.Verified).ThenByDescending(r => r.Number), ct);
    }

    private static Task<List<SimilarOne>> ShownAsync(StudioDb db, IQueryable<Requirement> rows, CancellationToken ct) =>
        rows.Take(Most).Select(r => new SimilarOne(r.Id, r.Number, r.Title, r.Status,
            db.Set<Customer>().Where(c => c.Id == r.CustomerId).Select(c => c.ShortName).FirstOrDefault())).ToListAsync(ct);

    private static Expression<Func<Requirement, int>> Score(IReadOnlyList<string> terms)
    {
        var row = Expression.Parameter(typeof(Requirement), "r");
        return Expression.Lambda<Func<Requirement, int>>(terms.Select(t => Points(t, row)).Aggregate(Expression.Add), row);
    }

    private static BinaryExpression Points(string term, ParameterExpression row)
    {
        var part = $"%{term}%";
        Expression<Func<Requirement, bool>> inTitle = r => EF.Functions.Like(r.Title.ToLower(), part);
        Expression<Func<Requirement, bool>> inText = r => EF.Functions.Like(r.Description!.ToLower(), part);
        return Expression.Add(Worth(inTitle, InTitle), Worth(inText, 1));

        Expression Worth(Expression<Func<Requirement, bool>> test, int points) =>
            Expression.Condition(new Put(test.Parameters[0], row).Visit(test.Body), Expression.Constant(points), Expression.Constant(0));
    }
}
