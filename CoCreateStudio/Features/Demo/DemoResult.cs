namespace CoCreateStudio.Features.Demo;

/// <summary>A way into the demo; the role is "Administrator" or the name of a project role.</summary>
public sealed record DemoSignIn(string Role, string Name, string Email, string Password);

/// <summary>What came of filling: the sign-ins, or none because there is data already.</summary>
public sealed record DemoResult(IReadOnlyList<DemoSignIn> SignIns)
{
    public static readonly DemoResult DataAlready = new([]);

    public bool WasFilled => SignIns.Count > 0;
}
