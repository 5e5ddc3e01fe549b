using CoCreateStudio.Domain;

namespace CoCreateStudio.Tests.Support;

/// <summary>Asserts that a rule says no, and which.</summary>
public static class Refused
{
    public static void By(string rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleException>(act).Rule);

    public static async Task ByAsync(string rule, Func<Task> act) => Assert.Equal(rule, (await Assert.ThrowsAsync<RuleException>(act)).Rule);
}
