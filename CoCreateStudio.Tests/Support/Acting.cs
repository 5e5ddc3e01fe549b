using CoCreateStudio.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreateStudio.Tests.Support;

/// <summary>A scope in which somebody acts, as a circuit or a request would be.</summary>
public sealed class Acting(AsyncServiceScope scope) : IAsyncDisposable
{
    public CurrentActor Actor => Get<CurrentActor>();

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public object Get(Type type) => scope.ServiceProvider.GetRequiredService(type);

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
