namespace CoCreateStudio.Domain.Meetings;

/// <summary>A meeting that was held to its end.</summary>
public sealed record HeldMeeting(Guid Id, Guid? CustomerId, DateTime StartedAt);

/// <summary>
/// Says into how many meetings something was carried: those that were held between the moment it was said and the one it was settled, without
/// the one it was said in. What concerns a customer is on the table in meetings with that customer and in our own; what stays inside, in all.
/// </summary>
public sealed class HeldMeetings
{
    private readonly Dictionary<Guid, DateTime> _byId;
    private readonly DateTime[] _all;
    private readonly DateTime[] _ours;
    private readonly Dictionary<Guid, DateTime[]> _byCustomer;

    public HeldMeetings(IReadOnlyCollection<HeldMeeting> held)
    {
        _byId = held.ToDictionary(m => m.Id, m => m.StartedAt);
        _all = Starts(held);
        _ours = Starts(held.Where(m => m.CustomerId is null));
        _byCustomer = held.Where(m => m.CustomerId is not null).GroupBy(m => m.CustomerId!.Value).ToDictionary(g => g.Key, Starts);
    }

    /// <param name="until">When it was settled; null while it is open.</param>
    public int Carried(Guid? meetingId, Guid? customerId, DateTime saidAt, DateTime? until = null)
    {
        var held = customerId is { } customer ? Between(_ours, saidAt, until) + Between(_byCustomer.GetValueOrDefault(customer, []), saidAt, until) : Between(_all, saidAt, until);
        var own = meetingId is { } id && _byId.TryGetValue(id, out var start) && start > saidAt && (until is null || start < until);
        return held - (own ? 1 : 0);
    }

    private static int Between(DateTime[] starts, DateTime after, DateTime? before) => (before is { } end ? Before(starts, end) : starts.Length) - Before(starts, after.AddTicks(1));

    // How many lie before a moment; they are in order.
    private static int Before(DateTime[] starts, DateTime moment)
    {
        var at = Array.BinarySearch(starts, moment);
        if (at < 0) return ~at;
        while (at > 0 && starts[at - 1] == moment) at--;
        return at;
    }

    private static DateTime[] Starts(IEnumerable<HeldMeeting> held) => [.. held.Select(m => m.StartedAt).Order()];
}
