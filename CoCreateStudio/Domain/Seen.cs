namespace CoCreateStudio.Domain;

/// <summary>Somebody who changes a field has seen what stands in it; what another person put there meanwhile is not overwritten.</summary>
public static class Seen
{
    /// <exception cref="RuleException">Something else stands there now than was seen, and than shall be.</exception>
    public static void MustBe<T>(T now, T seen, T wanted)
    {
        var same = EqualityComparer<T>.Default;
        if (!same.Equals(now, seen) && !same.Equals(now, wanted)) throw new RuleException(nameof(RuleText.ChangedJustNow));
    }
}
