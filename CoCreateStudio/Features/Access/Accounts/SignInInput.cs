using System.ComponentModel.DataAnnotations;

namespace CoCreateStudio.Features.Access.Accounts;

public sealed class SignInInput
{
    [Required(ErrorMessageResourceName = nameof(AccountsText.EmailNeeded), ErrorMessageResourceType = typeof(AccountsText))]
    [StringLength(256)]
    public string Email { get; set; } = "";

    [Required(ErrorMessageResourceName = nameof(AccountsText.PasswordNeeded), ErrorMessageResourceType = typeof(AccountsText))]
    [StringLength(256)]
    public string Password { get; set; } = "";

    public bool Stay { get; set; }
}
