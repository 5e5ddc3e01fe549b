using CoCreateStudio.Kit.Ui.Table;

namespace CoCreateStudio.Features.Meetings.Actions;

/// <summary>What one owner has; without a name, what nobody owns.</summary>
/// <param name="Dated">The open ones that have a day.</param>
public sealed record OwnerCount(string? Owner, int All, int Open, int Dated, int Late)
{
    public int Of(ActionShow show) => show switch { ActionShow.Open => Open, ActionShow.Overdue => Late, ActionShow.Done => All - Open, _ => All };

    internal int In(ActionGroup group, ActionShow show) => group switch
    {
        ActionGroup.Dated => show == ActionShow.Overdue ? Late : Dated,
        ActionGroup.Undated => Open - Dated,
        ActionGroup.Open => Open,
        ActionGroup.Done => All - Open,
        _ => Of(show),
    };
}

/// <summary>How many there are, by owner, whatever is shown of them.</summary>
public sealed record ActionTotals(IReadOnlyList<OwnerCount> Owners)
{
    /// <param name="owner">A name, <see cref="ActionFilter.Nobody"/>, or empty for all.</param>
    public int Count(ActionShow show, string owner) => Those(owner).Sum(o => o.Of(show));

    /// <summary>The lines of the table that the filter shows.</summary>
    /// <param name="me">The name of whoever asks.</param>
    public TableLines Lines(ActionFilter filter, string me) =>
        new([.. ActionQuery.Groups(filter).Select(g => new TableGroup(g.ToString(), Those(filter.Owner == ActionFilter.Me ? me : filter.Owner).Sum(o => o.In(g, filter.Show))))], heads: false);

    private IEnumerable<OwnerCount> Those(string owner) => Owners.Where(o => owner.Length == 0 || (o.Owner ?? ActionFilter.Nobody) == owner);
}
