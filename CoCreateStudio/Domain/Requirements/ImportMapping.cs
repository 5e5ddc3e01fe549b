namespace CoCreateStudio.Domain.Requirements;

/// <summary>How a table of this shape was taken the last time: what each column was, and whether its sheets were read. The next file of the shape comes in the same way.</summary>
public sealed class ImportMapping : Entity, IInProject
{
    public const int ShapeLength = 64;

    private ImportMapping()
    {
    }

    public ImportMapping(Guid projectId, Guid? customerId, string shape) => (ProjectId, CustomerId, Shape) = (projectId, customerId, shape);

    public Guid ProjectId { get; private init; }

    /// <summary>Whose file it was, where that was said.</summary>
    public Guid? CustomerId { get; private init; }

    /// <summary>Its headings, as a hash.</summary>
    public string Shape { get; private init; } = "";

    /// <summary>What each column was taken for; an empty word for one that was kept beside.</summary>
    public Dictionary<string, string> Columns { get; private set; } = [];

    /// <summary>Whether the sheets of this shape were read, by name.</summary>
    public Dictionary<string, bool> Sheets { get; private set; } = [];

    /// <summary>Whether the day came first in dates that can be read in two ways; null where nobody said.</summary>
    public bool? DayFirst { get; private set; }

    public string FileName { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }

    public void Learn(Dictionary<string, string> columns, Dictionary<string, bool> sheets, bool? dayFirst, string fileName, string by, DateTime at) =>
        (Columns, Sheets, DayFirst, FileName, By, At) = (columns, sheets, dayFirst ?? DayFirst, fileName, by, at);
}
