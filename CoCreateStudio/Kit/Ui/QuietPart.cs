using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Kit.Ui;

/// <summary>A part of a page that is drawn again when what it shows has changed, or by its own events, and not whenever its page is.</summary>
public abstract class QuietPart : ComponentBase
{
    private object? _drawn;
    private bool _same;

    /// <summary>Equal as long as it shows the same: a tuple of versions.</summary>
    protected abstract object Shows { get; }

    public override Task SetParametersAsync(ParameterView parameters)
    {
        var set = base.SetParametersAsync(parameters);
        _same = false; // what is drawn from here on is for an event of its own
        return set;
    }

    protected override void OnParametersSet()
    {
        var shows = Shows;
        _same = shows.Equals(_drawn);
        _drawn = shows;
    }

    protected override bool ShouldRender() => !_same;

    /// <summary>What stands for rows in <see cref="Shows"/>.</summary>
    internal static string Versions(IEnumerable<Entity> rows) => string.Join(' ', rows.Select(r => $"{r.Id:N}{r.Version}"));
}
