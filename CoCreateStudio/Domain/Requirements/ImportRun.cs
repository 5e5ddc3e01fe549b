namespace CoCreateStudio.Domain.Requirements;

/// <summary>One file taken in: who, when, what, and whether it was undone.</summary>
public sealed class ImportRun : Entity, IInProject
{
    /// <summary>How long an import can be undone.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromDays(30);

    private ImportRun()
    {
    }

    public ImportRun(Guid projectId, string fileName, Guid? byId, string by, DateTime at, int rows, int pictures, int leftOut)
    {
        (ProjectId, FileName, ById, By, At, Rows, Pictures, LeftOut) = (projectId, fileName, byId, by, at, rows, pictures, leftOut);
    }

    public Guid ProjectId { get; private init; }
    public string FileName { get; private init; } = "";
    public Guid? ById { get; private init; }
    public string By { get; private init; } = "";
    public DateTime At { get; private init; }

    /// <summary>New requirements.</summary>
    public int Rows { get; private init; }

    /// <summary>Requirements that were there and got something new.</summary>
    public int Changed { get; init; }

    /// <summary>Rows that say what is there already.</summary>
    public int Same { get; init; }

    /// <summary>Rows that could not be taken; they are kept as a workbook.</summary>
    public int Wrong { get; init; }

    /// <summary>The file that was sent is kept.</summary>
    public bool HasFile { get; init; }

    public int Pictures { get; private init; }
    public int LeftOut { get; private init; }
    public DateTime? UndoneAt { get; private set; }

    public bool CanBeUndone(DateTime now) => UndoneAt is null && now - At <= UndoTime;

    public void Undo(DateTime now)
    {
        if (!CanBeUndone(now)) throw new RuleException(nameof(RuleText.ImportNoLongerUndone), FileName);
        UndoneAt = now;
    }
}
