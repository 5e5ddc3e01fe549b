namespace CoCreateStudio.Kit;

/// <summary>Addresses, so that a feature can lead to another without knowing it.</summary>
public static class Urls
{
    public const string Home = "/";
    public const string People = "/people";
    public const string Me = "/account/me";

    public static string Project(string key) => $"/projects/{key}/requirements";

    public static string Area(string key, string path) => $"/projects/{key}/{path}";

    public static string Requirements(string key) => $"/projects/{key}/requirements";

    public static string Requirement(string key, int number) => $"/projects/{key}/requirements/{number}";

    public static string ProjectSetUp(string key) => $"/projects/{key}/set-up";

    public static string Attachment(string key, Guid id) => $"/projects/{key}/files/{id}";
}
