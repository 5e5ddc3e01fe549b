namespace CoCreateStudio.Features.Access.People;

public sealed class InviteInput
{
    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public bool IsAdministrator { get; set; }
}
