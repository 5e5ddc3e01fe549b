namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>A file that is not read. The message is looked up when it is shown, in the reader's language.</summary>
public sealed class FileRefusedException(string reason, Exception? cause = null, params object[] args) : Exception(null, cause)
{
    public string Reason { get; } = reason;

    public override string Message => string.Format(
        CultureInfo.CurrentCulture,
        ReadingText.ResourceManager.GetString(Reason, CultureInfo.CurrentUICulture) ?? Reason,
        args);
}
