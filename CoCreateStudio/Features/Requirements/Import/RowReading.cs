using System.Text.RegularExpressions;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>Turns the rows of one table into rows of requirements.</summary>
internal sealed partial class RowReading
{
    private readonly TakenTable _taken;
    private readonly FieldReader _fields;
    private readonly ImportChoices _choices;
    private readonly (RequirementField? Field, string? Key, string Heading, string Letter)[] _columns;
    private readonly List<(RequirementField Field, FieldValue Value)> _defaults = [];
    private readonly string? _category;
    private readonly bool _hasCategory;
    private readonly string _essence;
    private readonly RowOrigin _origin;
    private readonly int[] _ourLinks;

    public RowReading(TakenTable taken, FieldReader fields, ImportChoices choices, bool several)
    {
        (_taken, _fields, _choices) = (taken, fields, choices);
        _columns = [.. taken.Table.Columns.Select(c => (ImportTargets.Field(c.Target?.Key), c.Target?.Key, c.Heading.Length > 0 ? c.Heading : c.Letter, c.Letter))];
        _hasCategory = _columns.Any(c => c.Field == RequirementField.Category);
        _category = several && choices.SheetIsCategory && !_hasCategory ? taken.Table.Sheet.Name.Trim() : null;
        _essence = (taken.Table.ColumnFor(RequirementWords.Description) ?? taken.Table.ColumnFor(RequirementWords.Title))?.Letter ?? "A";
        var isOurs = OwnSheet.Is(taken.Table);
        _origin = new(isOurs, _columns.GroupBy(c => c.Field?.ToString() ?? c.Heading).ToDictionary(c => c.Key, c => c.First().Letter));
        _ourLinks = [.. taken.Table.Columns.Where(c => isOurs && c.Target?.Key == RequirementWords.No).Select(c => c.Column)];
        if (isOurs) _category = null;
        foreach (var fact in taken.Table.Facts.Where(f => !choices.WithoutFacts.Contains((taken.Sheet, f.Label)))) Default(fact);
    }

    public ImportRow Read(TableRow source)
    {
        var row = new ImportRow(_taken.Sheet, source.RowNumber) { Pictures = source.Pictures, Origin = _origin };
        for (var i = 0; i < _columns.Length; i++)
        {
            if (!source.Cells[i].IsEmpty && _columns[i].Key != ImportTargets.LeftOut.Key) Take(row, i, source.Cells[i]);
        }

        if (source.Comments.Count > 0) row.Append(RequirementField.Notes, string.Join('\n', source.Comments.Select(c => c.Text.Trim())));
        if (source.Links.Count > 0) row.Links = [.. source.Links.Where(l => !_ourLinks.Contains(l.Column)).Select(l => l.Address).Distinct()];
        Complete(row, source.Section);
        if (_choices.Fates.TryGetValue((row.Sheet, row.Number), out var fate)) row.Chosen = fate;
        return row;
    }

    private void Take(ImportRow row, int column, in SourceCell cell)
    {
        var (target, key, heading, letter) = _columns[column];
        if (target is not { } field)
        {
            if (key == OwnSheet.Id.Key) row.Key = Guid.TryParse(cell.Text.Trim(), out var id) ? id : null;
            else if (key == RequirementWords.No) row.OurNumber = Number(cell.Text);
            if (key == OwnSheet.Id.Key || _origin.IsOurs && key == RequirementWords.No) return;
            if (cell.Text.Trim() is { Length: > 0 } text) row.Keep(heading, text);
            return;
        }

        var used = Mended(row, field) is { } mended ? SourceCell.OfText(cell.Column, mended) : cell;
        if (row[field] is not null && !field.Joins())
        {
            row.Keep(heading, cell.Text.Trim());
            return;
        }

        var value = _origin.IsOurs && OwnWords.Read(field, used) is { } ours ? ours : _fields.Read(field, used);
        if (value.Problem is { } problem) row.Refuse(new(letter + row.Number, field, used.Text.Trim(), problem));
        else if (value.Text is not null) row.Append(field, value.Text);
        if (!_origin.IsOurs) Aside(row, field, heading, used, value);
    }

    private static void Aside(ImportRow row, RequirementField field, string heading, in SourceCell cell, FieldValue value)
    {
        if (field == RequirementField.Status && value.Rest.Length > 0) row.Append(RequirementField.StatusReason, value.Rest);
        else if (value.Rest.Length > 0) row.Keep(heading, cell.Text.Trim());
        if (value.Person.Length is > 0 and <= Requirement.NameLength && row[RequirementField.Reporter] is null) row[RequirementField.Reporter] = value.Person;
    }

    private void Complete(ImportRow row, string? section)
    {
        foreach (var (field, value) in _defaults)
        {
            if (row[field] is null && !row.Problems.Any(p => p.Field == field)) row[field] = value.Text;
        }

        if (_origin.IsOurs) section = null;
        if (section is not null && (_hasCategory || section.Length > Requirement.NameLength)) row.Keep(ImportText.Section, section);
        else if (section is not null) row[RequirementField.Category] ??= section;
        row[RequirementField.Category] ??= _category;
        if (row.Title is null && row.Key is null && row.Problems.All(p => p.Field is not (RequirementField.Title or RequirementField.Description))) NeedWords(row);
        if (row[RequirementField.Notes]?.Length > Requirement.TextLength) TooLong(row, RequirementField.Notes);
        if (row[RequirementField.StatusReason]?.Length > Requirement.ReasonLength) TooLong(row, RequirementField.StatusReason);
    }

    private void NeedWords(ImportRow row)
    {
        if (Mended(row, RequirementField.Description) is { Length: > 0 } words) row[RequirementField.Description] = words;
        else row.Refuse(new(_essence + row.Number, RequirementField.Description, "", new ImportProblem(row.Pictures.Count > 0 ? nameof(ImportText.PictureWithoutWords) : nameof(ImportText.WordsMissing), row.Number)));
    }

    // Short alone, too long together: where the parts come from several cells.
    private static void TooLong(ImportRow row, RequirementField field)
    {
        row.Keep(field.Word(), row[field]!);
        row[field] = null;
    }

    private string? Mended(ImportRow row, RequirementField field) => _choices.Mended.GetValueOrDefault(new(row.Sheet, row.Number, field));

    private void Default(FoundFact fact)
    {
        if (ImportTargets.Field(fact.Target?.Key) is not { } field || field is RequirementField.Title or RequirementField.Description) return;
        var value = _fields.Read(field, fact.Date is { } date ? SourceCell.OfDate(1, date) : SourceCell.OfText(1, fact.Value));
        if (value.Problem is null && value.Text is not null) _defaults.Add((field, value));
    }

    private static int? Number(string text) =>
        OurNumber().Match(text.Trim()) is { Success: true } found && int.TryParse(found.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?:#|[A-Za-z][A-Za-z0-9]{0,15}-)?(\d{1,9})$")]
    private static partial Regex OurNumber();
}
