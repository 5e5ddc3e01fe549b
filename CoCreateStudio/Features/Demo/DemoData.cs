using System.Runtime.CompilerServices;
using CoCreateStudio.Features.Demo.Pictures;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;

namespace CoCreateStudio.Features.Demo;

/// <summary>Fills an empty installation with what one would show a customer: three projects that have lived for four months, with what each feature has to tell of them.</summary>
public sealed class DemoData(InstallationDb installation, UserManager<Login> logins, TimeProvider clock, IEnumerable<IDemoChapter> chapters)
{
    /// <param name="password">For everybody; without it each person gets one of their own.</param>
    /// <exception cref="ArgumentException">The password is too weak; nothing was written.</exception>
    public async Task<DemoResult> FillAsync(string? password, CancellationToken ct = default)
    {
        if (!await installation.IsEmptyAsync(ct)) return DemoResult.DataAlready;
        if (password is not null) await CheckAsync(password);

        var book = DemoBook.Read();
        var cast = new DemoCast(book, password);
        var pictures = new Queue<byte[]>(ScreenshotPainter.PaintMany(book.Projects.Sum(p => p.Requirements.Sum(r => r.Pictures))));
        var now = clock.GetUtcNow().UtcDateTime;
        DemoStory[] stories = [.. book.Projects.Select(p => new DemoStory(p, cast, pictures, now))];
        await installation.FillAsync([.. stories.Select(s => s.ProjectId)], ActsAsync(cast, stories, now, ct), ct);
        return new(cast.SignIns(book));
    }

    // Hashing takes long on purpose; it goes on beside the writing.
    private async IAsyncEnumerable<InstallationAct> ActsAsync(
        DemoCast cast, DemoStory[] stories, DateTime now, [EnumeratorCancellation] CancellationToken ct)
    {
        var enrolling = Task.Run(() => cast.Enrol(logins), ct);
        yield return cast.Arrive(now.AddDays(-DemoStory.Days - 5));
        foreach (var act in stories.SelectMany(s => s.Tell().Concat(chapters.SelectMany(c => c.Tell(s.Stage)))).OrderBy(a => a.At)) yield return act;
        var enrolled = await enrolling;
        yield return new(now, null, db => db.AddRange(enrolled));
    }

    private async Task CheckAsync(string password)
    {
        foreach (var validator in logins.PasswordValidators)
        {
            var verdict = await validator.ValidateAsync(logins, new Login(), password);
            if (!verdict.Succeeded) throw new ArgumentException(string.Join(' ', verdict.Errors.Select(e => e.Description)), nameof(password));
        }
    }
}
