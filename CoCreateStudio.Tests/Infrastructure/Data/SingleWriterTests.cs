using CoCreateStudio.Domain.Access;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Shell;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreateStudio.Tests.Infrastructure.Data;

public sealed class SingleWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("studio-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_fifty_who_write_into_one_file_at_once_none_is_refused_and_nothing_lost()
    {
        await using var services = await FileAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () =>
        {
            for (var round = 0; round < 4; round++)
            {
                await using var scope = services.CreateAsyncScope();
                await using var db = scope.ServiceProvider.GetRequiredService<StudioDb>();
                db.Add(Samples.Person($"Writer {i}"));
                await db.SaveChangesAsync(Token);
            }
        }, Token)));

        await using var scope = services.CreateAsyncScope();
        Assert.Equal(200, await scope.ServiceProvider.GetRequiredService<StudioDb>().Set<Person>().CountAsync(Token));
    }

    [Fact]
    public async Task One_writes_and_the_next_waits_for_its_turn()
    {
        using var writer = new SingleWriter(oneAtATime: true);
        var first = await writer.EnterAsync(Token);
        var second = writer.EnterAsync(Token);
        Assert.False(second.IsCompleted);

        first.Dispose();

        (await second).Dispose();
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_takes_no_turn()
    {
        using var writer = new SingleWriter(oneAtATime: true);
        using var leaving = new CancellationTokenSource();
        var first = await writer.EnterAsync(Token);
        var gone = writer.EnterAsync(leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await gone);

        first.Dispose();

        (await writer.EnterAsync(Token)).Dispose();
    }

    [Fact]
    public async Task Where_many_may_write_nobody_waits()
    {
        using var writer = new SingleWriter(oneAtATime: false);

        using var first = await writer.EnterAsync(Token);

        var second = writer.EnterAsync(Token);
        Assert.True(second.IsCompletedSuccessfully);
        (await second).Dispose();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<ServiceProvider> FileAsync()
    {
        var config = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", _folder)]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(config).AddStudio(config).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StudioDb>().Database.MigrateAsync(Token);
        return services;
    }
}
