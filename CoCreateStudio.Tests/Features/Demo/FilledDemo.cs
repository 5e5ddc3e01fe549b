using CoCreateStudio.Features.Demo;

namespace CoCreateStudio.Tests.Features.Demo;

/// <summary>One filled demo that the reading tests share.</summary>
public sealed class FilledDemo : IAsyncLifetime
{
    public DemoFixture Studio { get; } = new();
    public DemoResult Result { get; private set; } = DemoResult.DataAlready;

    public async ValueTask InitializeAsync() => Result = await Studio.FillAsync(password: null);

    public ValueTask DisposeAsync() => Studio.DisposeAsync();
}
