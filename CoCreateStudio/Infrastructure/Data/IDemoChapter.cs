using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>What a feature tells in the demo, as acts of the people in it: each project is asked for once.</summary>
public interface IDemoChapter
{
    IEnumerable<InstallationAct> Tell(DemoStage stage);
}

/// <summary>A project of the demo, and who plays in it, by the codes that the texts use.</summary>
public sealed record DemoStage(Project Project, Func<string, Person> Person, Func<string, Customer> Customer, DateTime Now);
