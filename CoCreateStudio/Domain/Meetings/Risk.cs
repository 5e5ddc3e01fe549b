namespace CoCreateStudio.Domain.Meetings;

/// <summary>Something that may go wrong, as it was raised in a meeting.</summary>
public sealed class Risk : Entry
{
    private Risk()
    {
    }

    public Risk(Said said, int number, string text, string? owner) : base(said, text)
    {
        Number = number;
        Give(owner);
    }

    public int Number { get; private init; }
    public string? Owner { get; private set; }

    public void Give(string? owner) => Owner = Name(owner);
}
