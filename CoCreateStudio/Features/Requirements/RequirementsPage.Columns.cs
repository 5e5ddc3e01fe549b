using System.Text.Json;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit.Ui.Table;

namespace CoCreateStudio.Features.Requirements;

// Which columns, in which order and how wide: each person's own choice, unless the address says otherwise.
public sealed partial class RequirementsPage
{
    private const int FrozenTitleWidth = 320;
    private const string Preference = "requirements.columns";
    private ColumnChoice _choice = new([.. RequirementColumns.Usual], [], 0);

    private sealed record ColumnChoice(List<string> Shown, Dictionary<string, int> Widths, int Frozen);

    // The address is silent about columns only where it says the same to everybody.
    private IReadOnlyList<string>? ShownColumns =>
        _columns is not null && !(Shown.SequenceEqual(_choice.Shown) && Shown.SequenceEqual(RequirementColumns.Usual)) ? Shown : null;

    private async Task ChooseColumnsAsync()
    {
        _allColumns = new RequirementColumns(ProjectKey, _facts, Actor.TimeZone, Clock, May(Right.EditRequirements), May(Right.SeeInternal)).All();
        if (await Preferences.ReadAsync(Preference, Left) is { } kept) _choice = JsonSerializer.Deserialize<ColumnChoice>(kept) ?? _choice;
    }

    private List<TableColumn<RequirementRow>> Show(IReadOnlyList<string> keys)
    {
        List<TableColumn<RequirementRow>> shown = [.. keys.Select(k => _allColumns.FirstOrDefault(c => c.Key == k)).OfType<TableColumn<RequirementRow>>()];
        if (shown.Count == 0) return Show(RequirementColumns.Usual);
        return [.. shown.Select((c, at) => c with { Width = WidthOf(c, at < _choice.Frozen), IsFrozen = at < _choice.Frozen })];
    }

    private int WidthOf(TableColumn<RequirementRow> column, bool frozen) =>
        _choice.Widths.TryGetValue(column.Key, out var chosen) ? chosen : frozen && column.Width == 0 ? FrozenTitleWidth : column.Width;

    private async Task FreezeAsync(int count)
    {
        _choice = _choice with { Frozen = count };
        _columns = Show([.. _columns!.Select(c => c.Key)]);
        await KeepColumnsAsync();
    }

    private async Task ShowColumnsAsync(IReadOnlyList<string> keys)
    {
        if (_named is null) _choice = _choice with { Shown = [.. keys] }; // within a view they are the view's
        _columns = Show(keys);
        await KeepColumnsAsync();
        await CountAsync();
        Nav.NavigateTo(Address(Number), replace: true);
    }

    private async Task ResizeAsync((string Column, int Width) size)
    {
        _choice.Widths[size.Column] = size.Width;
        _columns = Show([.. _columns!.Select(c => c.Key)]);
        await KeepColumnsAsync();
    }

    private Task KeepColumnsAsync() => Preferences.WriteAsync(Preference, JsonSerializer.Serialize(_choice), Left);
}
