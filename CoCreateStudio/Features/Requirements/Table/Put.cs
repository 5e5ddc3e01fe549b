using System.Linq.Expressions;

namespace CoCreateStudio.Features.Requirements.Table;

/// <summary>Puts an expression in the place of a parameter, so that small expressions make a larger one.</summary>
internal sealed class Put(ParameterExpression parameter, Expression value) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : base.VisitParameter(node);
}
