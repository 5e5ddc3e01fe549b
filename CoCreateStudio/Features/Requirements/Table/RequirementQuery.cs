using System.Linq.Expressions;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Table;

/// <summary>The filter as a query: one place for table, counts, groups and export.</summary>
internal static class RequirementQuery
{
    public static IQueryable<Requirement> Matching(this IQueryable<Requirement> rows, RequirementFilter filter, ReaderDay reader)
    {
        rows = filter.Archived ? rows.Where(r => r.ArchivedAt != null) : rows.Where(r => r.ArchivedAt == null);
        if (filter.Statuses.Count > 0 && filter.Statuses.Count < Workflow.All.Count) rows = rows.Where(HasOneOf(filter.Statuses));

        if (filter.LateOnly) rows = rows.Where(r => r.Status < RequirementStatus.Verified && r.TargetDate < reader.Today);
        if (filter.AnswerLate) rows = rows.Where(reader.Answers.Overdue());
        if (filter.FromImport is { } import) rows = rows.Where(r => r.ImportId == import);
        if (filter.Text.Length > 0) rows = rows.Saying(filter.Text.Trim());
        return filter.Fields.Aggregate(rows, (narrowed, field) => narrowed.Having(field.Key, field.Value, reader));
    }

    /// <summary>The rows of one group. Groups are read one by one, so that each is a walk along an index.</summary>
    public static IQueryable<Requirement> InGroup(this IQueryable<Requirement> rows, GroupBy by, string key) => by switch
    {
        GroupBy.WaitsFor => key switch
        {
            nameof(Side.Us) => rows.Where(r => r.Status < RequirementStatus.Delivered),
            nameof(Side.Customer) => rows.Where(r => r.Status == RequirementStatus.Delivered),
            _ => rows.Where(r => r.Status >= RequirementStatus.Verified),
        },
        GroupBy.Status => Enum.TryParse<RequirementStatus>(key, out var status) ? rows.Where(r => r.Status == status) : rows,
        GroupBy.Customer => Guid.TryParse(key, out var customer) ? rows.Where(r => r.CustomerId == customer) : rows.Where(r => r.CustomerId == null),
        GroupBy.Category => key == TableGroups.Nobody ? rows.Where(r => r.Category == null) : rows.Where(r => r.Category == key),
        _ => rows,
    };

    /// <summary>The group in which a row stands.</summary>
    public static string GroupOf(Requirement row, GroupBy by) => by switch
    {
        GroupBy.WaitsFor => row.Status.WaitsFor()?.ToString() ?? TableGroups.Nobody,
        GroupBy.Status => row.Status.ToString(),
        GroupBy.Customer => row.CustomerId?.ToString() ?? TableGroups.Nobody,
        GroupBy.Category => row.Category ?? TableGroups.Nobody,
        _ => TableGroups.Nobody,
    };

    /// <summary>By the sorted column, then the newest first.</summary>
    public static IQueryable<Requirement> InOrder(this IQueryable<Requirement> rows, RequirementFilter filter) =>
        filter.SortedBy is { } by && SortKeys.TryGetValue(by, out var order)
            ? order.Sort(rows, filter.Descending).ThenByDescending(r => r.Number)
            : rows.OrderByDescending(r => r.Number);

    /// <summary>The rows that stand before one of them in that order.</summary>
    /// <param name="emptyIsLow">Whether the database takes an empty value for the smallest when it sorts, or for the largest.</param>
    public static IQueryable<Requirement> Before(this IQueryable<Requirement> rows, Requirement row, RequirementFilter filter, bool emptyIsLow) =>
        filter.SortedBy is { } by && SortKeys.TryGetValue(by, out var order)
            ? order.Before(rows, row, filter.Descending, emptyIsLow)
            : rows.Where(r => r.Number > row.Number);

    // As constants: the SQL for a set of statuses is made once. For a list as a parameter it would be made anew with every query.
    private static Expression<Func<Requirement, bool>> HasOneOf(IEnumerable<RequirementStatus> statuses)
    {
        Expression<Func<Requirement, RequirementStatus>> status = r => r.Status;
        return Expression.Lambda<Func<Requirement, bool>>(
            statuses.Select(s => Expression.Equal(status.Body, Expression.Constant(s))).Aggregate(Expression.OrElse), status.Parameters);
    }

    private static readonly Dictionary<string, RowOrder> SortKeys = new()
    {
        ["no"] = RowOrder.By(r => r.Number),
        ["title"] = RowOrder.By(r => r.Title),
        ["customer"] = RowOrder.By(r => r.CustomerId),
        ["department"] = RowOrder.By(r => r.Department),
        ["category"] = RowOrder.By(r => r.Category),
        ["phase"] = RowOrder.By(r => r.Phase),
        ["urgency"] = RowOrder.By(r => r.Urgency),
        ["reporter"] = RowOrder.By(r => r.Reporter),
        ["reportedat"] = RowOrder.By(r => r.ReportedAt),
        ["owner"] = RowOrder.By(r => r.Owner),
        ["status"] = RowOrder.By(r => r.Status),
        ["targetdate"] = RowOrder.By(r => r.TargetDate),
        ["shared"] = RowOrder.By(r => r.Shared),
        ["snoozeduntil"] = RowOrder.By(r => r.SnoozedUntil),
        [RequirementColumns.Answer] = RowOrder.By(r => r.FirstAnsweredAt),

        // Few days before many: the day that began a wait later stands first.
        ["waits"] = RowOrder.By(r => r.StatusSince, turned: true),
        ["age"] = RowOrder.By(r => r.ReportedAt ?? r.CreatedAt, turned: true),
        ["description"] = RowOrder.By(r => r.Description),
        ["resolution"] = RowOrder.By(r => r.Resolution),
        ["notes"] = RowOrder.By(r => r.Notes),
        ["publicreply"] = RowOrder.By(r => r.PublicReply),
        ["internalnote"] = RowOrder.By(r => r.InternalNote),
    };

    public static bool CanSortBy(string column) => SortKeys.ContainsKey(column);

    private static IQueryable<Requirement> Saying(this IQueryable<Requirement> rows, string text)
    {
        if (int.TryParse(text.TrimStart('R', 'r', '-', '#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return rows.Where(r => r.Number == number);
        var part = LikePart.Of(text);
        return rows.Where(r => EF.Functions.Like(r.Title.ToLower(), part, "\\") || EF.Functions.Like(r.Description!.ToLower(), part, "\\")
            || EF.Functions.Like(r.Reporter!.ToLower(), part, "\\") || EF.Functions.Like(r.Owner!.ToLower(), part, "\\"));
    }

    private static IQueryable<Requirement> Having(this IQueryable<Requirement> rows, RequirementField field, string value, ReaderDay reader) => field switch
    {
        RequirementField.Title => rows.Holding(r => r.Title, value),
        RequirementField.Description => rows.Holding(r => r.Description, value),
        RequirementField.Resolution => rows.Holding(r => r.Resolution, value),
        RequirementField.Notes => rows.Holding(r => r.Notes, value),
        RequirementField.PublicReply => rows.Holding(r => r.PublicReply, value),
        RequirementField.InternalNote => rows.Holding(r => r.InternalNote, value),
        RequirementField.StatusReason => rows.Holding(r => r.StatusReason, value),
        RequirementField.Department => rows.Named(r => r.Department, value),
        RequirementField.Category => rows.Named(r => r.Category, value),
        RequirementField.Reporter => rows.Named(r => r.Reporter, value),
        RequirementField.Owner => rows.Named(r => r.Owner, value),
        RequirementField.Customer => rows.OneOf(r => r.CustomerId, Parts(value).Select(p => Guid.TryParse(p, out var id) ? id : (Guid?)null)),
        RequirementField.Urgency => rows.OneOf(r => r.Urgency, Parts(value).Select(p => Enum.TryParse<Urgency>(p, true, out var u) ? u : (Urgency?)null)),
        RequirementField.Phase => rows.OneOf(r => r.Phase, Parts(value).Select(p => Enum.TryParse<ProjectPhase>(p, true, out var u) ? u : (ProjectPhase?)null)),
        RequirementField.Shared => value == "1" ? rows.Where(r => r.Shared) : rows.Where(r => !r.Shared),
        RequirementField.TargetDate => rows.DueIn(Span(value)),
        RequirementField.ReportedAt => rows.ReportedIn(Span(value), reader.Zone),
        RequirementField.SnoozedUntil => rows.Snoozed(value == "1", reader.Today),
        _ => rows,
    };

    public static IQueryable<Requirement> Snoozed(this IQueryable<Requirement> rows, bool snoozed, DateOnly today) =>
        snoozed ? rows.Where(r => r.SnoozedUntil > today) : rows.Where(r => r.SnoozedUntil == null || r.SnoozedUntil <= today);

    private static IQueryable<Requirement> Holding(this IQueryable<Requirement> rows, Expression<Func<Requirement, string?>> field, string part)
    {
        var like = LikePart.Of(part);
        Expression<Func<string?, bool>> holds = text => EF.Functions.Like(text!.ToLower(), like, "\\");
        return rows.Where(Over(field, holds));
    }

    // One of several names, each as a whole; "-" is where nothing is filled in.
    private static IQueryable<Requirement> Named(this IQueryable<Requirement> rows, Expression<Func<Requirement, string?>> field, string value)
    {
        string?[] names = [.. Parts(value).Select(p => p == "-" ? null : p)];
        Expression<Func<string?, bool>> isOne = text => names.Contains(text);
        return rows.Where(Over(field, isOne));
    }

    private static IQueryable<Requirement> OneOf<T>(this IQueryable<Requirement> rows, Expression<Func<Requirement, T?>> field, IEnumerable<T?> values) where T : struct
    {
        T?[] wanted = [.. values];
        Expression<Func<T?, bool>> isOne = value => wanted.Contains(value);
        return rows.Where(Over(field, isOne));
    }

    private static IQueryable<Requirement> DueIn(this IQueryable<Requirement> rows, (DateOnly? From, DateOnly? To) span) =>
        rows.Where(r => (span.From == null || r.TargetDate >= span.From) && (span.To == null || r.TargetDate <= span.To));

    private static IQueryable<Requirement> ReportedIn(this IQueryable<Requirement> rows, (DateOnly? From, DateOnly? To) span, TimeZoneInfo zone)
    {
        var from = Begin(span.From, zone);
        var to = Begin(span.To?.AddDays(1), zone);
        return rows.Where(r => (from == null || r.ReportedAt >= from) && (to == null || r.ReportedAt < to));
    }

    private static DateTime? Begin(DateOnly? day, TimeZoneInfo zone) =>
        day is { } known ? TimeZoneInfo.ConvertTimeToUtc(known.ToDateTime(TimeOnly.MinValue), zone) : null;

    private static (DateOnly? From, DateOnly? To) Span(string value)
    {
        var ends = value.Split("..");
        static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return ends.Length == 2 ? (Day(ends[0]), Day(ends[1])) : (Day(value), Day(value));
    }

    private static string[] Parts(string value) => value.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Expression<Func<Requirement, bool>> Over<T>(Expression<Func<Requirement, T>> field, Expression<Func<T, bool>> test) =>
        Expression.Lambda<Func<Requirement, bool>>(new Put(test.Parameters[0], field.Body).Visit(test.Body), field.Parameters);
}
