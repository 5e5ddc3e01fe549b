namespace CoCreateStudio.Kit.Ui;

/// <summary>How saving stands on the open page: fields that save themselves report here, the top line shows it.</summary>
public sealed class SaveBoard(TimeProvider clock)
{
    private readonly HashSet<object> _saving = [];
    private readonly HashSet<object> _unsaved = [];

    public event Action? Changed;

    public bool IsSaving => _saving.Count > 0;

    /// <summary>How many fields hold what was refused or not yet sent.</summary>
    public int Unsaved => _unsaved.Count;

    public DateTime? SavedAt { get; private set; }

    public void Begin(object field)
    {
        _saving.Add(field);
        Changed?.Invoke();
    }

    public void End(object field, bool saved)
    {
        _saving.Remove(field);
        if (saved)
        {
            SavedAt = clock.GetUtcNow().UtcDateTime;
            _unsaved.Remove(field);
        }
        else
        {
            _unsaved.Add(field);
        }

        Changed?.Invoke();
    }

    /// <summary>The field is gone, or what was typed in it was given up.</summary>
    public void Forget(object field)
    {
        if (_saving.Remove(field) | _unsaved.Remove(field)) Changed?.Invoke();
    }

    /// <summary>Something was saved that is no field, such as a row that was added.</summary>
    public void Saved()
    {
        SavedAt = clock.GetUtcNow().UtcDateTime;
        Changed?.Invoke();
    }

    /// <summary>Another page begins.</summary>
    public void Clear()
    {
        _saving.Clear();
        _unsaved.Clear();
        SavedAt = null;
    }
}
