namespace CoCreateStudio.Kit.Ui;

/// <summary>What a rule said no to, as a value, for parts that show it beside the field.</summary>
public static class Refusal
{
    /// <returns>Null when the command was carried out.</returns>
    public static async Task<RuleException?> OfAsync(Func<Task> command)
    {
        try
        {
            await command();
            return null;
        }
        catch (RuleException refusal)
        {
            return refusal;
        }
    }
}
