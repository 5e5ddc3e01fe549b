using System.Reflection;

namespace CoCreateStudio.Tests.Support;

/// <summary>Changes what is meant never to change, as somebody with the database before them could.</summary>
public static class Touched
{
    /// <returns>What it was.</returns>
    public static object? Set(object row, string field, object? value)
    {
        var property = row.GetType().GetProperty(field, BindingFlags.Public | BindingFlags.Instance) ?? throw new ArgumentException($"{row.GetType().Name} has no {field}.", nameof(field));
        var was = property.GetValue(row);
        property.SetValue(row, value);
        return was;
    }
}
