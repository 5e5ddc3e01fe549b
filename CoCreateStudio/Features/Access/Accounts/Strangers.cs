using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CoCreateStudio.Features.Access.Accounts;

/// <summary>Counts tries with addresses that nobody here has, so that the answer does not tell them from the others.</summary>
internal sealed class Strangers(IOptions<IdentityOptions> options, TimeProvider clock) : IDisposable
{
    private const int Remembered = 10_000;

    private readonly MemoryCache _tries = new(new MemoryCacheOptions { SizeLimit = Remembered });
    private readonly Lock _gate = new();

    public bool MustWait(string email)
    {
        lock (_gate) return Known(email).Until > clock.GetUtcNow();
    }

    /// <returns>The tries that are left.</returns>
    public int Failed(string email)
    {
        var lockout = options.Value.Lockout;
        lock (_gate)
        {
            var count = Known(email).Count + 1;
            var locked = count >= lockout.MaxFailedAccessAttempts;
            Tries now = locked ? new(0, clock.GetUtcNow() + lockout.DefaultLockoutTimeSpan) : new(count, default);
            _tries.Set(Key(email), now, new MemoryCacheEntryOptions { Size = 1 });
            return locked ? 0 : lockout.MaxFailedAccessAttempts - count;
        }
    }

    public void Dispose() => _tries.Dispose();

    private Tries Known(string email) => _tries.Get<Tries>(Key(email));

    private static string Key(string email) => email.Trim().ToUpperInvariant();

    private readonly record struct Tries(int Count, DateTimeOffset Until);
}
