using System.Collections;
using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Requirements.Import;

/// <summary>An import that is stopped while it is written, and one that meets another of the same file.</summary>
public sealed class ImportMidwayTests(StudioFixture studio) : IClassFixture<StudioFixture>, IAsyncLifetime
{
    private const int Many = 10_000;

    private readonly Project _project = Samples.Project();
    private Acting _lead = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await studio.AddAsync(_project);
        _lead = await studio.AsRole(_project.Id, ProjectRole.Lead);
    }

    public ValueTask DisposeAsync() => _lead.DisposeAsync();

    [Fact]
    public async Task Stopped_in_the_middle_of_its_rows_it_leaves_nothing_and_the_next_one_is_written()
    {
        using CancellationTokenSource stop = new();
        await using (var db = await _lead.Get<ProjectDbFactory>().OpenAsync(_project.Id, Right.ImportRequirements, Token))
        {
            db.Add(new ImportRun(_project.Id, "list.xlsx", null, "Mei", Samples.Now, Many, 0, 0));
            db.AddMany(new StoppedAt<Requirement>([.. Enumerable.Range(1, Many).Select(i => new Requirement(_project.Id, i, "Need", null, Samples.Now, "Mei"))], Many / 2, stop));

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.SaveChangesAsync(stop.Token));
        }

        Assert.Empty(await NumbersAsync());
        Assert.Empty(await _lead.Get<ImportStore>().ListAsync(_project.Id, Token));
        await _lead.Get<ImportStore>().WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row()), Token);
        Assert.Equal([1], await NumbersAsync());
    }

    [Fact]
    public async Task Of_two_at_once_with_the_same_rows_one_is_written_and_one_looks_again()
    {
        await using var other = await studio.AsRole(_project.Id, ProjectRole.Pm);
        var outcomes = await Task.WhenAll(OutcomeAsync(_lead), OutcomeAsync(other));

        Assert.Equal([null, nameof(RuleText.ChangedMeanwhile)], outcomes.Order());
        Assert.Equal(Enumerable.Range(1, 200), await NumbersAsync());
        Assert.Single(await _lead.Get<ImportStore>().ListAsync(_project.Id, Token));

        async Task<string?> OutcomeAsync(Acting who)
        {
            ImportOrder order = ImportSheets.Order([.. Enumerable.Range(2, 200).Select(i => ImportSheets.Row($"Need {i}", i))]) with { Seen = KnownRows.None };
            try
            {
                await Task.Run(() => who.Get<ImportStore>().WriteAsync(_project.Id, order, Token), Token);
                return null;
            }
            catch (RuleException refusal)
            {
                return refusal.Rule;
            }
        }
    }

    private Task<List<int>> NumbersAsync() =>
        studio.InDbAsync(db => db.Set<Requirement>().IgnoreQueryFilters().Where(r => r.ProjectId == _project.Id).OrderBy(r => r.Number).Select(r => r.Number).ToListAsync(Token));

    // Somebody presses Stop when this row is about to be written.
    private sealed class StoppedAt<T>(IReadOnlyList<T> rows, int at, CancellationTokenSource stop) : IReadOnlyList<T>
    {
        public int Count => rows.Count;

        public T this[int index]
        {
            get
            {
                if (index == at) stop.Cancel();
                return rows[index];
            }
        }

        public IEnumerator<T> GetEnumerator() => rows.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
