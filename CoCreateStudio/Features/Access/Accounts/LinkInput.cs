using System.ComponentModel.DataAnnotations;

namespace CoCreateStudio.Features.Access.Accounts;

/// <summary>What the holder of a personal link types; what the link knows already is filled in.</summary>
public sealed class LinkInput
{
    [Required(ErrorMessageResourceName = nameof(AccountsText.NameNeeded), ErrorMessageResourceType = typeof(AccountsText))]
    public string Name { get; set; } = "";

    [Required(ErrorMessageResourceName = nameof(AccountsText.EmailNeeded), ErrorMessageResourceType = typeof(AccountsText))]
    public string Email { get; set; } = "";

    [Required(ErrorMessageResourceName = nameof(AccountsText.PasswordNeeded), ErrorMessageResourceType = typeof(AccountsText))]
    public string Password { get; set; } = "";

    [Compare(nameof(Password), ErrorMessageResourceName = nameof(AccountsText.NotTheSame), ErrorMessageResourceType = typeof(AccountsText))]
    public string Again { get; set; } = "";

    /// <summary>Of the browser, put in by a script; empty without one.</summary>
    public string TimeZone { get; set; } = "";
}
