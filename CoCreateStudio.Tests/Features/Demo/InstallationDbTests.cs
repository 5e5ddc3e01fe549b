using CoCreateStudio.Domain.Access;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreateStudio.Tests.Features.Demo;

public class InstallationDbTests
{
    [Fact]
    public async Task What_fails_half_way_leaves_nothing()
    {
        await using var studio = new DemoFixture();
        await using var scope = studio.Scope();
        var door = scope.ServiceProvider.GetRequiredService<InstallationDb>();

        await Assert.ThrowsAsync<TimeoutException>(() => door.FillAsync([], Acts(Add("mei"), _ => throw new TimeoutException()), TestContext.Current.CancellationToken));

        Assert.Empty(await studio.AllAsync<Person>());
        Assert.True(await door.IsEmptyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_stays_shut_once_there_are_people()
    {
        await using var studio = new DemoFixture();
        await using var scope = studio.Scope();
        var door = scope.ServiceProvider.GetRequiredService<InstallationDb>();
        await door.FillAsync([], Acts(Add("mei")), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidOperationException>(() => door.FillAsync([], Acts(Add("tom")), TestContext.Current.CancellationToken));

        Assert.Single(await studio.AllAsync<Person>());
    }

    private static Action<StudioDb> Add(string name) => db => db.Add(new Person(name, $"{name}@example.com"));

    private static IAsyncEnumerable<InstallationAct> Acts(params IEnumerable<Action<StudioDb>> all) =>
        all.Select(what => new InstallationAct(DateTime.UtcNow, null, what)).ToAsyncEnumerable();
}
