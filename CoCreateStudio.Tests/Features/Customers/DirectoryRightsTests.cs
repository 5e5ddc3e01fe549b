using System.Reflection;
using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Features.Customers;
using CoCreateStudio.Features.Customers.Directory;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Tests.Features.Customers;

/// <summary>Walks every public method that works on all companies, as every role, as a stranger, as nobody and as an administrator.</summary>
public sealed class DirectoryRightsTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    // What each method needs in one of the projects that the person sees from inside. A new method needs a line here.
    private static readonly Dictionary<string, Right> Needs = new()
    {
        ["CompanyReader.*"] = Right.SeeInternal,
        ["CompanyProjects.*"] = Right.SeeInternal,
        ["CompanyHistory.*"] = Right.SeeInternal,
        ["CompanyFileStore.OpenAsync"] = Right.SeeInternal,
        ["CompanyFileStore.*"] = Right.EditCustomers,
        ["CompanyStore.*"] = Right.EditCustomers,
        ["CompanyContactStore.*"] = Right.EditCustomers,
        ["DirectoryImportStore.*"] = Right.EditCustomers,
        ["DirectoryList.*"] = Right.SeeInternal,
        ["DirectoryExport.*"] = Right.SeeInternal,
    };

    private static readonly string[] AtTheDoor = [nameof(RuleText.NotThere), nameof(RuleText.NotAllowed)];

    private static IReadOnlyList<MethodInfo> Methods { get; } =
    [
        .. from type in typeof(CustomersFeature).Assembly.GetTypes()
           where type is { IsClass: true, IsAbstract: false } && type.Namespace?.StartsWith("CoCreateStudio.Features.Customers.", StringComparison.Ordinal) == true
           where type.Name is not "ImportSession" // a file; it reads no data
           where !typeof(IComponent).IsAssignableFrom(type)
           from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
           where method.Name.EndsWith("Async", StringComparison.Ordinal) && method.GetParameters() is not [{ Name: "projectId" }, ..]
           select method,
    ];

    public static TheoryData<string> Names => [.. Methods.Select(Name).Distinct()];

    [Fact]
    public void Of_every_method_it_is_said_what_it_needs() => Assert.DoesNotContain(Methods, m => NeedOf(m) is null);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whoever_has_the_right_in_one_project_has_it_for_all_companies(string name)
    {
        foreach (var method in Methods.Where(m => Name(m) == name))
            foreach (var role in Enum.GetValues<ProjectRole>())
            {
                var place = await Place.MakeAsync(studio);
                await using var acting = await place.As(role);

                var refusal = await RefusalAsync(acting, method, place);

                var expected = !role.Allows(Right.SeeInternal) ? nameof(RuleText.NotThere) : !role.Allows(NeedOf(method)!.Value) ? nameof(RuleText.NotAllowed) : null;
                Assert.True(expected == refusal, $"{role} {name}: {refusal ?? "allowed"}");
            }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task For_strangers_there_is_no_directory_and_for_administrators_there_is(string name)
    {
        var place = await Place.MakeAsync(studio);
        var person = Samples.Person();
        await studio.AddAsync(person);
        await using var stranger = await studio.As(person.Id);
        await using var nobody = studio.Nobody();
        await using var administrator = await studio.AsAdministrator();

        foreach (var method in Methods.Where(m => Name(m) == name))
        {
            Assert.Equal(nameof(RuleText.NotThere), await RefusalAsync(stranger, method, place));
            Assert.Equal(nameof(RuleText.NotThere), await RefusalAsync(nobody, method, place));
            Assert.Null(await RefusalAsync(administrator, method, place));
        }
    }

    private async Task<string?> RefusalAsync(Acting acting, MethodInfo method, Place place)
    {
        Customer company = Samples.Customer();
        Contact contact = new(place.Ours.Id, new("Contact"));
        CustomerFile file = new(place.Ours.Id, new("plan.pdf", "%PDF-"u8.ToArray()), "Mei", Samples.Now);
        await studio.AddAsync(company, contact, file);
        try
        {
            var answer = method.Invoke(acting.Get(method.DeclaringType!), BindingFlags.DoNotWrapExceptions, null, [.. method.GetParameters().Select(Argument)], null);
            await (Task)answer!;
            return null;
        }
        catch (RuleException refusal)
        {
            return AtTheDoor.Contains(refusal.Rule) ? refusal.Rule : null; // past the door, another rule speaks
        }

        object? Argument(ParameterInfo parameter) => parameter.Name switch
        {
            "customerId" => company.Id,
            "contactId" => contact.Id,
            "fileId" => file.Id,
            "card" => new ContactCard("Somebody"),
            "name" when method.Name == "AddAsync" && method.DeclaringType!.Name == "CompanyFileStore" => "plan.pdf",
            "name" => $"Company {company.Id}",
            "bytes" => "%PDF-"u8.ToArray(),
            "output" => new MemoryStream(),
            "site" => "https://example.com",
            "filter" => DirectoryFilter.OfAll,
            "companies" when method.Name == "WriteAsync" => Array.Empty<CoCreateStudio.Features.Customers.Import.PlannedCompany>(),
            "companies" => Array.Empty<DirectoryRow>(),
            "most" => 10,
            _ when parameter.ParameterType == typeof(CancellationToken) => TestContext.Current.CancellationToken,
            _ when parameter.ParameterType.IsEnum => Enum.GetValues(parameter.ParameterType).GetValue(0),
            _ => null,
        };
    }

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static Right? NeedOf(MethodInfo method) =>
        Needs.TryGetValue(Name(method), out var need) || Needs.TryGetValue($"{method.DeclaringType!.Name}.*", out need) ? need : null;
}
