using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Kit.Ui.Table;

/// <summary>A column of a <see cref="DataTable{TRow}"/>.</summary>
public sealed record TableColumn<TRow>(string Key, Func<string> Heading, RenderFragment<TRow> Cell)
{
    /// <summary>In pixels; 0 takes what the other columns leave.</summary>
    public int Width { get; init; }

    public bool IsNumeric { get; init; }
    public bool CanSort { get; init; } = true;

    /// <summary>Stays in sight when the table is scrolled sideways; only leading columns with a width can.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>A style of the whole cell by its row: spares an element where the cell is a plain text.</summary>
    public Func<TRow, string?>? Style { get; init; }

    internal string? Class => (IsNumeric, IsFrozen) switch
    {
        (true, true) => "num frozen",
        (true, _) => "num",
        (_, true) => "frozen",
        _ => null,
    };

    internal string? ClassIn(TRow row) => (Class, Style?.Invoke(row)) switch
    {
        (null, var style) => style,
        (var all, null) => all,
        (var all, var style) => $"{all} {style}",
    };

    /// <summary>How a cell is edited; null where it cannot be.</summary>
    public CellEditor<TRow>? Editor { get; init; }
}

/// <summary>How the cells of a column are edited.</summary>
public abstract record CellEditor<TRow>
{
    /// <summary>Whether this row's cell may be edited.</summary>
    public Func<TRow, bool> Allows { get; init; } = _ => true;
}

/// <summary>Typed text; <paramref name="Suggestions"/> names a datalist.</summary>
public sealed record TextEditor<TRow>(Func<TRow, string?> Value, int? MaxLength = null, string? Suggestions = null) : CellEditor<TRow>;

public sealed record DateEditor<TRow>(Func<TRow, DateOnly?> Value) : CellEditor<TRow>;

/// <summary>One of a few values, from a menu.</summary>
public sealed record ChoiceEditor<TRow>(Func<TRow, IReadOnlyList<Choice>> Choices, Func<TRow, string?> Value) : CellEditor<TRow>;

/// <summary>Yes or no, turned over by a click or Enter; <paramref name="Name"/> says aloud what a tick means in a row.</summary>
public sealed record TickEditor<TRow>(Func<TRow, bool> Value, Func<TRow, string> Name) : CellEditor<TRow>;

/// <summary>A value of a menu and how it looks there.</summary>
public sealed record Choice(string Value, RenderFragment Face);
