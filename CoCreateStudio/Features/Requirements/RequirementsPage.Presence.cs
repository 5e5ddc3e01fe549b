using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit.Live;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Features.Requirements;

// Who else has the table open, and in which cell they are.
public sealed partial class RequirementsPage
{
    private readonly Guid _pageId = Guid.NewGuid();
    private List<Whereabouts> _others = [];

    [Inject] private Presence Presence { get; set; } = default!;

    private void BeIn(Guid? row, string? column)
    {
        if (RendererInfo.IsInteractive && Actor.PersonId is { } person)
            Presence.Enter(ProjectId, new(_pageId, person, Actor.Name, Project?.Grant.Role == ProjectRole.Customer, row, column));
    }

    private (string Name, int Colour)? HeldBy(Guid row, string column) =>
        _others.Count > 0 && _others.Find(o => o.RowId == row && o.Column == column) is { } other ? (other.Name, other.Colour) : null;

    // A customer's people are not shown who else is here: that would name those of other companies.
    private void SeeOthers(IEnumerable<Guid> rows)
    {
        if (!May(Right.SeeInternal)) return;
        List<Whereabouts> others = [.. Presence.In(ProjectId).Where(w => w.PageId != _pageId && w.PersonId != Actor.PersonId)];
        if (others.SequenceEqual(_others)) return;
        var same = others.Select(o => o.PersonId).SequenceEqual(_others.Select(o => o.PersonId));
        _others = others;
        _table?.Touch(rows);
        if (!same) StateHasChanged();
    }
}
