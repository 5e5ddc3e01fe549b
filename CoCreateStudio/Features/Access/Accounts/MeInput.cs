using System.ComponentModel.DataAnnotations;

namespace CoCreateStudio.Features.Access.Accounts;

public sealed class MeInput
{
    public string Name { get; set; } = "";

    public string TimeZone { get; set; } = "";
}

public sealed class PasswordInput
{
    [Required(ErrorMessageResourceName = nameof(AccountsText.PasswordNeeded), ErrorMessageResourceType = typeof(AccountsText))]
    public string Present { get; set; } = "";

    [Required(ErrorMessageResourceName = nameof(AccountsText.NewPasswordNeeded), ErrorMessageResourceType = typeof(AccountsText))]
    public string Next { get; set; } = "";

    [Compare(nameof(Next), ErrorMessageResourceName = nameof(AccountsText.NotTheSame), ErrorMessageResourceType = typeof(AccountsText))]
    public string Again { get; set; } = "";
}
