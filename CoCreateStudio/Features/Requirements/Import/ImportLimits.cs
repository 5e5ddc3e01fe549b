namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>How much one import may hold in memory, since all of it is shown and then written as one. Beyond that a file is refused while it is read.</summary>
public sealed record ImportLimits(int Rows, long Letters)
{
    public static readonly ImportLimits Default = new(50_000, 16_000_000);
}
