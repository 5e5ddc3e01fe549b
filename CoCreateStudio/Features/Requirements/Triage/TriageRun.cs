namespace CoCreateStudio.Features.Requirements.Triage;

/// <summary>What somebody decided about one requirement, and the act to take it back by.</summary>
public sealed record Verdict(int Number, TriageAct What, Guid ActId);

/// <summary>
/// One person's way through the queue. What was decided keeps its place, so that going back shows it; what was skipped comes
/// round again at the end; what others decided or put off meanwhile is left out, and what came in is added at the end.
/// </summary>
public sealed class TriageRun
{
    private readonly List<int> _numbers = [];
    private readonly HashSet<int> _elsewhere = [];
    private readonly Dictionary<int, Verdict> _verdicts = [];
    private readonly Stack<Verdict> _acts = new();
    private int _at;

    public TriageRun(IReadOnlyList<int> numbers, int? from)
    {
        _numbers.AddRange(numbers);
        if (from is { } wanted) GoTo(wanted);
    }

    /// <summary>The one to decide; null when nothing is left.</summary>
    public int? Current => _at < _numbers.Count ? _numbers[_at] : null;

    public int Total => _numbers.Count - _elsewhere.Count;

    public int Decided => _verdicts.Count;

    /// <summary>Which one it is of all, counted from one.</summary>
    public int Place => _numbers.Take(_at + 1).Count(n => !_elsewhere.Contains(n));

    /// <summary>How many others decided while this one was at it.</summary>
    public int Elsewhere => _elsewhere.Count;

    public IEnumerable<IGrouping<TriageAct, Verdict>> Verdicts => _verdicts.Values.GroupBy(v => v.What);

    public Verdict? Last => _acts.TryPeek(out var last) ? last : null;

    public Verdict? VerdictOf(int number) => _verdicts.GetValueOrDefault(number);

    /// <summary>What comes next, to be read ahead.</summary>
    public int? Upcoming => Following(_at) is var next && next >= 0 && next != _at ? _numbers[next] : null;

    /// <returns>False when it is not in the queue.</returns>
    public bool GoTo(int number)
    {
        var at = _numbers.IndexOf(number);
        if (at < 0) return false;
        _at = at;
        return true;
    }

    /// <summary>On to the next one that waits, round to those skipped before; past the end when none is left.</summary>
    public void Skip()
    {
        var next = Following(_at);
        _at = next < 0 ? IsWaiting(Current) ? _at : _numbers.Count : next;
    }

    /// <summary>To the one before, also where it has been decided; stays at the first.</summary>
    public void Back()
    {
        for (var at = Math.Min(_at, _numbers.Count) - 1; at >= 0; at--)
        {
            if (_elsewhere.Contains(_numbers[at])) continue;
            _at = at;
            return;
        }
    }

    public void Decide(Verdict verdict)
    {
        _verdicts[verdict.Number] = verdict;
        _acts.Push(verdict);
        if (Current == verdict.Number) Skip();
    }

    /// <summary>Something was done that is no decision, such as an urgency; it can be taken back all the same.</summary>
    public void Note(Verdict act) => _acts.Push(act);

    /// <summary>The act was taken back: its requirement waits again, and is shown.</summary>
    public void TakeBack(Guid actId)
    {
        var kept = _acts.Where(a => a.ActId != actId).Reverse().ToList();
        var back = _acts.FirstOrDefault(a => a.ActId == actId);
        _acts.Clear();
        kept.ForEach(_acts.Push);
        if (back is null) return;
        if (_verdicts.TryGetValue(back.Number, out var verdict) && verdict.ActId == actId) _verdicts.Remove(back.Number);
        _elsewhere.Remove(back.Number);
        GoTo(back.Number);
    }

    /// <summary>What the queue holds now. What was changed here stays, also where a filter no longer holds it.</summary>
    /// <returns>The numbers that left it without having been decided here.</returns>
    public IReadOnlyList<int> Follow(IReadOnlyList<int> waiting)
    {
        HashSet<int> now = [.. waiting];
        List<int> gone = [.. _numbers.Where(n => !now.Contains(n) && !_elsewhere.Contains(n) && !_acts.Any(a => a.Number == n))];
        _elsewhere.ExceptWith(now);
        _elsewhere.UnionWith(gone);
        foreach (var number in now.Intersect(_verdicts.Keys)) _verdicts.Remove(number);
        _numbers.AddRange(waiting.Except(_numbers));
        return gone;
    }

    private bool IsWaiting(int? number) => number is { } known && !_verdicts.ContainsKey(known) && !_elsewhere.Contains(known);

    private int Following(int from)
    {
        for (var step = 1; step <= _numbers.Count; step++)
        {
            var at = (from + step) % _numbers.Count;
            if (at != from && IsWaiting(_numbers[at])) return at;
        }

        return -1;
    }
}
