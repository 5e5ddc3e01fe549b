using System.Collections.Concurrent;
using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Access.Accounts;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Identity;
using CoCreateStudio.Kit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoCreateStudio.Tests.Support;

/// <summary>The whole application on real Kestrel, with a data folder of its own. Use it as a class fixture.</summary>
public class WebFixture : WebApplicationFactory<Program>
{
    public const string Password = "two sides one record";

    private readonly TestData _data = new();

    public WebFixture() => UseKestrel(0);

    /// <summary>What was logged, one line an entry.</summary>
    public ConcurrentQueue<string> Logged { get; } = [];

    public Uri Address
    {
        get
        {
            StartServer();
            return ClientOptions.BaseAddress;
        }
    }

    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [new("Limits:SignInsPerMinute", "10000"), new("Limits:AnonymousPerMinute", "100000")];

    /// <summary>Puts something else in the place of the application's own.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    /// <summary>A browser without scripts: keeps cookies, follows nothing.</summary>
    public Browser Open(string language = "en") => new(Address, language);

    /// <summary>Adds somebody who can sign in.</summary>
    public async Task<Person> AddPersonAsync(bool isAdministrator = false)
    {
        var person = Samples.Person(isAdministrator: isAdministrator);
        await using var scope = Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<StudioDb>>().CreateDbContextAsync();
        Login login = new() { Id = person.Id, LockoutEnabled = true };
        login.Answer(person.Email);
        await scope.ServiceProvider.GetRequiredService<Passwords>().SetAsync(login, Password);
        db.AddRange(person, login);
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>Runs something in a scope of the application in which this person acts.</summary>
    public async Task ActAsync<T>(Guid personId, Func<T, Task> act) where T : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(personId, "somebody", true, TimeZoneInfo.Utc);
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async Task AddAsync(params Entity[] rows)
    {
        await using var scope = Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<StudioDb>>().CreateDbContextAsync();
        db.Projects = [.. rows.OfType<IInProject>().Select(r => r.ProjectId).Distinct()];
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _data.Settings) builder.UseSetting(key, value);
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(Replace);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new Listener(Logged)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _data.Dispose();
    }

    private sealed class Listener(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception?.Message}");

        public void Dispose()
        {
        }
    }
}
