namespace CoCreateStudio.Features.Requirements;

// Where the open requirement stands in the table: its line is brought into sight, and one steps on from it, also to lines that are not read.
public sealed partial class RequirementsPage
{
    private int? _revealed;
    private int? _reveal;

    // Only when another one is opened: whoever scrolls away from the open one is left in peace.
    private async Task RevealAsync()
    {
        if (Number == _revealed) return;
        _revealed = Number;
        _reveal = await LineAsync();
    }

    private async Task<int?> LineAsync()
    {
        if (_view is not { } view || Number is not { } number) return null;
        if (_table?.LineOf(view.Id) is { } line) return line;
        return await Rows.PlaceAsync(ProjectId, _filter, number, Left) is { } place ? _lines.LineOf(place.Group, place.Row) : null;
    }

    private async Task StepAsync(int by)
    {
        if (await LineAsync() is not { } line || _lines.RowBeside(line, by) is not { } next) return;
        if (await ReadAsync(_lines.Stretches(next, 1)) is [var row, ..]) Nav.NavigateTo(Address(row.Number), replace: true);
    }
}
