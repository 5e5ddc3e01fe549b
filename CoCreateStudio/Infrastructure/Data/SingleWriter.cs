namespace CoCreateStudio.Infrastructure.Data;

/// <summary>SQLite has one writer: saves wait here in order instead of colliding in the file. Other databases pass through.</summary>
public sealed class SingleWriter(bool oneAtATime) : IDisposable
{
    private readonly SemaphoreSlim? _turn = oneAtATime ? new(1) : null;

    public async ValueTask<Turn> EnterAsync(CancellationToken ct)
    {
        if (_turn is not null) await _turn.WaitAsync(ct);
        return new(_turn);
    }

    public void Dispose() => _turn?.Dispose();

    public readonly struct Turn(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
