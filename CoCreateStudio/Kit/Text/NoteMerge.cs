using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Model;

namespace CoCreateStudio.Kit.Text;

/// <param name="TouchedTheSame">Both had changed the same place, and both versions of it are in the text.</param>
public sealed record MergedNote(string Text, bool TouchedTheSame);

/// <summary>
/// Brings together what two people wrote in one note since they last saw the same text: line by line, and within a line word by word
/// (Chinese: letter by letter). Two changes touch where they change the same words or insert at the same point; then theirs and, below
/// it, mine stand on lines of their own, unless one only goes on where the other stopped. What both did alike is there once.
/// </summary>
public static partial class NoteMerge
{
    public static MergedNote Merge(string seen, string mine, string theirs)
    {
        if (Simple(seen, mine, theirs) is { } one) return new(one, false);
        List<string> lines = [];
        var touched = false;
        foreach (var part in Parts(seen, mine, theirs, text => text.Length == 0 ? [] : text.Split('\n')))
        {
            if (part.Decided is { } decided) lines.AddRange(decided);
            else if (part.Seen.Length == part.Mine.Length && part.Seen.Length == part.Theirs.Length)
                for (var i = 0; i < part.Seen.Length; i++) touched |= Add([part.Seen[i]], [part.Mine[i]], [part.Theirs[i]], lines);
            else touched |= Add(part.Seen, part.Mine, part.Theirs, lines);
        }
        return new(string.Join('\n', lines), touched);
    }

    /// <summary>Merges lines by their words; says whether they had to be kept twice.</summary>
    private static bool Add(string[] seen, string[] mine, string[] theirs, List<string> lines)
    {
        if (ByWords(string.Join('\n', seen), string.Join('\n', mine), string.Join('\n', theirs)) is { } merged)
        {
            if (merged.Length > 0 || (mine.Length > 0 && theirs.Length > 0)) lines.AddRange(merged.Split('\n'));
            return false;
        }
        var same = mine.Zip(theirs).TakeWhile(p => p.First == p.Second).Count();
        var sameAtEnd = mine.Skip(same).Reverse().Zip(theirs.Skip(same).Reverse()).TakeWhile(p => p.First == p.Second).Count();
        lines.AddRange(theirs[..^sameAtEnd]);
        lines.AddRange(mine[same..]);
        return true;
    }

    private static string? ByWords(string seen, string mine, string theirs)
    {
        if (Simple(seen, mine, theirs) is { } one) return one;
        var parts = Parts(seen, mine, theirs, text => [.. Word().Matches(text).Select(m => m.Value)]).ToList();
        return parts.TrueForAll(p => p.Decided is not null) ? string.Concat(parts.SelectMany(p => p.Decided!)) : null;
    }

    /// <summary>Only one of them changed anything, both did the same, or one goes on where the other stopped.</summary>
    private static string? Simple(string seen, string mine, string theirs)
    {
        if (mine == seen || theirs == mine || (GoesOn(theirs, mine) && GoesOn(mine, seen))) return theirs;
        return theirs == seen || (GoesOn(mine, theirs) && GoesOn(theirs, seen)) ? mine : null;
    }

    private static bool GoesOn(string text, string from) => text.StartsWith(from, StringComparison.Ordinal);

    /// <summary>The three texts cut where all are the same again.</summary>
    private static IEnumerable<Part> Parts(string seen, string mine, string theirs, Func<string, string[]> cut)
    {
        var pieces = cut(seen);
        Side me = new(seen, mine, cut), they = new(seen, theirs, cut);
        var at = 0;
        while (Math.Min(me.NextStart, they.NextStart) is var start and < int.MaxValue)
        {
            if (start > at) yield return new(pieces[at..start]);
            // An insertion before the words that the other changed comes first, and does not touch them.
            var end = Math.Min(me.EndAt(start), they.EndAt(start));
            while (me.Take(start, ref end) | they.Take(start, ref end)) { }
            yield return new(pieces[start..end], me.Between(start, end), they.Between(start, end));
            at = end;
        }
        if (at < pieces.Length) yield return new(pieces[at..]);
    }

    private sealed record Part(string[] Seen, string[] Mine, string[] Theirs)
    {
        public Part(string[] untouched) : this(untouched, untouched, untouched)
        {
        }

        public string[]? Decided =>
            Mine.SequenceEqual(Seen) || Mine.SequenceEqual(Theirs) ? Theirs : Theirs.SequenceEqual(Seen) ? Mine : null;
    }

    /// <summary>One person's changes, taken in order.</summary>
    private sealed class Side(string seen, string text, Func<string, string[]> cut)
    {
        private readonly string[] _pieces = cut(text);
        private readonly IList<DiffBlock> _changes = new Differ().CreateCustomDiffs(seen, text, ignoreWhiteSpace: false, cut).DiffBlocks;
        private int _next;
        private int _shiftBefore;
        private int _shift;

        public int NextStart => _next < _changes.Count ? _changes[_next].DeleteStartA : int.MaxValue;

        public int EndAt(int start) => NextStart == start ? start + _changes[_next].DeleteCountA : int.MaxValue;

        public bool Take(int start, ref int end)
        {
            if (_next == _changes.Count) return false;
            var change = _changes[_next];
            var touches = change.DeleteStartA < end || (change.DeleteStartA == start && start == end && change.DeleteCountA == 0);
            if (!touches) return false;
            end = Math.Max(end, change.DeleteStartA + change.DeleteCountA);
            _shift += change.InsertCountB - change.DeleteCountA;
            _next++;
            return true;
        }

        public string[] Between(int start, int end)
        {
            var pieces = _pieces[(start + _shiftBefore)..(end + _shift)];
            _shiftBefore = _shift;
            return pieces;
        }
    }

    // Half of an emoji is none.
    [GeneratedRegex(@"[\uD800-\uDBFF][\uDC00-\uDFFF]|[\p{L}\p{M}\p{N}-[\u2E80-\u9FFF\uF900-\uFAFF]]+|.", RegexOptions.Singleline)]
    private static partial Regex Word();
}
