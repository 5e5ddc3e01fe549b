using CoCreateStudio.Kit.Live;
using Microsoft.Extensions.Caching.Memory;

namespace CoCreateStudio.Tests.Kit.Live;

public sealed class SharedReadsTests : IDisposable
{
    private readonly MemoryCache _cache = new(new MemoryCacheOptions());
    private int _read;

    [Fact]
    public async Task What_many_ask_for_at_once_is_read_once()
    {
        SharedReads reads = new(_cache);
        TaskCompletionSource<int> answer = new();
        var all = Enumerable.Range(0, 20).Select(_ => GetAsync(reads, "key", answer.Task)).ToList();

        answer.SetResult(7);

        Assert.All(await Task.WhenAll(all), found => Assert.Equal(7, found));
        Assert.Equal(1, _read);
        Assert.Equal(8, await GetAsync(reads, "another key", Task.FromResult(8)));
    }

    [Fact]
    public async Task Whoever_leaves_does_not_take_the_answer_from_the_others()
    {
        SharedReads reads = new(_cache);
        TaskCompletionSource<int> answer = new();
        using CancellationTokenSource leaving = new();
        var (first, second) = (GetAsync(reads, "key", answer.Task, leaving.Token), GetAsync(reads, "key", answer.Task));

        await leaving.CancelAsync();
        answer.SetResult(7);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(7, await second);
    }

    [Fact]
    public async Task What_failed_is_read_anew()
    {
        SharedReads reads = new(_cache);
        await Assert.ThrowsAsync<InvalidOperationException>(() => GetAsync(reads, "key", Task.FromException<int>(new InvalidOperationException())));

        Assert.Equal(7, await GetAsync(reads, "key", Task.FromResult(7)));
    }

    public void Dispose() => _cache.Dispose();

    private Task<int> GetAsync(SharedReads reads, string key, Task<int> answer, CancellationToken? ct = null) => reads.GetAsync(key, TimeSpan.FromMinutes(1), () =>
    {
        _read++;
        return answer;
    }, ct ?? TestContext.Current.CancellationToken);
}
