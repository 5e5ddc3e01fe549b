using System.ComponentModel.DataAnnotations;

namespace CoCreateStudio.Features.Access.Accounts;

/// <summary>What the holder of a personal link types; which of it is asked depends on the purpose of the link.</summary>
public sealed class LinkInput
{
    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    [Required(ErrorMessageResourceName = nameof(AccountsText.PasswordNeeded), ErrorMessageResourceType = typeof(AccountsText))]
    public string Password { get; set; } = "";

    [Compare(nameof(Password), ErrorMessageResourceName = nameof(AccountsText.NotTheSame), ErrorMessageResourceType = typeof(AccountsText))]
    public string Again { get; set; } = "";

    /// <summary>Of the browser, put in by a script; empty without one.</summary>
    public string TimeZone { get; set; } = "";
}
