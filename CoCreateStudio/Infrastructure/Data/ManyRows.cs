using System.Data.Common;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>
/// Thousands of new rows of one kind, written by one prepared command. Tracking each of them costs five times the processor
/// and seventy times the memory (10,000 requirements: 1.3 s, 80 MB), for nothing: they are new, and one audit entry tells of them all.
/// </summary>
public abstract class ManyRows
{
    internal abstract IEnumerable<Change> Changes { get; }

    /// <summary>Writes them within the transaction that is open.</summary>
    internal abstract Task<int> WriteAsync(StudioDb db, CancellationToken ct);
}

internal sealed class ManyRows<T>(IReadOnlyList<T> rows) : ManyRows where T : class, IInProject
{
    // SQLite calls in this process and finds each parameter by its name: many rows a command make it slower. A server is asked less often.
    private const int RowsPerRequest = 25;

    internal override IEnumerable<Change> Changes => rows.Count < LiveHub.ManyFrom
        ? rows.OfType<Entity>().Select(r => new Change(StudioDb.ProjectOf(r), typeof(T), r.Id))
        : rows.Select(r => r.ProjectId).Distinct().Select(p => new Change(p, typeof(T), Guid.Empty));

    internal override async Task<int> WriteAsync(StudioDb db, CancellationToken ct)
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        Column[] columns = [.. type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).Select(p => new Column(p))];
        var size = db.Database.IsSqlite() ? 1 : RowsPerRequest;
        var whole = rows.Count - rows.Count % size;
        try
        {
            await WriteAsync(db, type, columns, 0, whole, size, ct);
            await WriteAsync(db, type, columns, whole, rows.Count, rows.Count - whole, ct);
        }
        catch (DbException e)
        {
            throw new DbUpdateException(e.Message, e);
        }

        return rows.Count;
    }

    private async Task WriteAsync(StudioDb db, IEntityType type, Column[] columns, int from, int to, int size, CancellationToken ct)
    {
        if (from == to) return;
        await using var command = Command(db, type, columns, size);
        await command.PrepareAsync(ct);
        for (var first = from; first < to; first += size)
        {
            for (var i = 0; i < size; i++)
            {
                for (var c = 0; c < columns.Length; c++) command.Parameters[i * columns.Length + c].Value = columns[c].Value(rows[first + i]);
            }

            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static DbCommand Command(StudioDb db, IEntityType type, Column[] columns, int size)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        List<string> values = [];
        for (var i = 0; i < size; i++)
        {
            foreach (var column in columns) command.Parameters.Add(column.Parameter(command, $"@p{command.Parameters.Count}"));
            values.Add($"({string.Join(", ", Enumerable.Range(i * columns.Length, columns.Length).Select(n => $"@p{n}"))})");
        }

        // Names come from the model, values go as parameters.
#pragma warning disable CA2100
        command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema())} "
            + $"({string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Name)))}) VALUES {string.Join(", ", values)}";
#pragma warning restore CA2100
        return command;
    }

    private sealed class Column(IProperty property)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();
        private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();

        public string Name { get; } = property.GetColumnName();

        public DbParameter Parameter(DbCommand command, string name) => _mapping.CreateParameter(command, name, null, property.IsNullable);

        public object Value(T row)
        {
            var value = _getter.GetClrValue(row);
            return (_mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }
    }
}
