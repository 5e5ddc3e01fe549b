using System.Linq.Expressions;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Requirements.Table;

/// <summary>A column that rows are sorted by: puts them in order, and says which of them stand before one of them.</summary>
internal abstract class RowOrder
{
    /// <param name="turned">Sorts downwards where others sort upwards.</param>
    public static RowOrder By<T>(Expression<Func<Requirement, T>> key, bool turned = false) => new ByKey<T>(key, turned);

    public abstract IOrderedQueryable<Requirement> Sort(IQueryable<Requirement> rows, bool descending);

    /// <param name="emptyIsLow">Whether the database takes an empty value for the smallest when it sorts, or for the largest.</param>
    public abstract IQueryable<Requirement> Before(IQueryable<Requirement> rows, Requirement row, bool descending, bool emptyIsLow);

    private sealed class ByKey<T>(Expression<Func<Requirement, T>> key, bool turned) : RowOrder
    {
        private static readonly Type Bare = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        private readonly Func<Requirement, T> _read = key.Compile();

        public override IOrderedQueryable<Requirement> Sort(IQueryable<Requirement> rows, bool descending) =>
            descending != turned ? rows.OrderByDescending(key) : rows.OrderBy(key);

        public override IQueryable<Requirement> Before(IQueryable<Requirement> rows, Requirement row, bool descending, bool emptyIsLow)
        {
            var (value, down) = (_read(row), descending != turned);
            Expression test = Expression.AndAlso(Is(value), Expression.GreaterThan(Expression.Property(key.Parameters[0], nameof(Requirement.Number)), Given(row.Number)));
            if (value is not null) test = Expression.OrElse(test, Sooner(value, down));
            if (default(T) is null && value is null != (emptyIsLow != down)) test = Expression.OrElse(test, value is null ? Expression.Not(Is(value)) : Is(default!));
            return rows.Where(Expression.Lambda<Func<Requirement, bool>>(test, key.Parameters));
        }

        private BinaryExpression Is(T value) => Expression.Equal(key.Body, value is null ? Expression.Constant(null, typeof(T)) : Given(value));

        private Expression Sooner(T value, bool down)
        {
            if (Bare.IsEnum) return OneOf(Enum.GetValues(Bare).Cast<T>().Where(other => Compared(other, value) is var by && (down ? by > 0 : by < 0)));
            var (left, right) = (Expression.Convert(key.Body, Bare), Expression.Convert(Given(value), Bare));
            if (Bare == typeof(int) || Bare == typeof(DateTime) || Bare == typeof(DateOnly)) return down ? Expression.GreaterThan(left, right) : Expression.LessThan(left, right);
            var compared = Expression.Call(left, Bare.GetMethod(nameof(IComparable.CompareTo), [Bare])!, right);
            return down ? Expression.GreaterThan(compared, Expression.Constant(0)) : Expression.LessThan(compared, Expression.Constant(0));
        }

        private Expression OneOf(IEnumerable<T> values) =>
            values.Select(v => (Expression)Is(v)).DefaultIfEmpty(Expression.Constant(false)).Aggregate(Expression.OrElse);

        // A phase is kept as a word and sorted as one, status and urgency as numbers.
        private static int Compared(T one, T other) =>
            Bare == typeof(ProjectPhase) ? string.CompareOrdinal(one!.ToString(), other!.ToString()) : Comparer<T>.Default.Compare(one, other);

        // Handed over as a parameter, so that the SQL is made once.
        private static MemberExpression Given<TValue>(TValue value) => Expression.Property(Expression.Constant(new Holder<TValue>(value)), nameof(Holder<TValue>.Value));

        private sealed record Holder<TValue>(TValue Value);
    }
}
