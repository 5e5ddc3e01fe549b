using System.Text;
using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Features.Customers.Company;
using CoCreateStudio.Features.Customers.Import;
using CoCreateStudio.Features.Screenings;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Customers;

public sealed class DirectoryImportTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private readonly string _mark = Guid.NewGuid().ToString("N")[..8];

    [Theory]
    [InlineData("客户名称,简称,行业,规模,地区,行业地位,来源,联系人,部门,职务,手机,邮箱,微信,话事权,可调动资源,紧急联系顺序,备注", "大型", "是")]
    [InlineData("Company,Short name,Industry,Size,Region,Standing,Source,Contact,Department,Title,Phone,E-mail,IM,Authority,Resources,Emergency order,Notes", "large", "yes")]
    public async Task A_list_in_either_language_is_understood(string headings, string size, string yes)
    {
        var name = $"Ash {_mark}";
        var companies = await PlanAsync(await KnownAsync(), $"{headings}\n{name},Ash,Lighting,{size},Treviso,First,A report,Ann Li,QA,Head,139 5550 0101,ann@ash.example.com,ann-wx,{yes},The plant,1,Careful\n");

        var company = Assert.Single(companies);
        Assert.Equal((PlanKind.New, name), (company.Kind, company.Name));
        Assert.Equal(["ShortName Ash", "Industry Lighting", "Size Large", "Region Treviso", "Standing First", "StandingSource A report", "Notes Careful"],
            company.Changes.Where(c => c.Field != CustomerField.Name).OrderBy(c => c.Field).Select(c => $"{c.Field} {c.New}"));
        Assert.Equal(["Name Ann Li", "Department QA", "Title Head", "Phone 139 5550 0101", "Email ann@ash.example.com", "Im ann-wx", "HasAuthority True", "Resources The plant", "EmergencyOrder 1"],
            Assert.Single(company.Contacts).Changes.OrderBy(c => c.Field).Select(c => $"{c.Field} {c.New}"));
    }

    [Fact]
    public async Task People_stand_below_their_company_where_its_name_is_written_once_merged_or_repeated()
    {
        var name = $"Birch {_mark}";
        var companies = await PlanAsync(await KnownAsync(), $"Company,Contact,Title\n{name},Ann,Head\n,Bo,Buyer\n{name.ToUpperInvariant()},Chen,\nOther {_mark},Dan,\n");

        Assert.Equal(["Ann Bo Chen", "Dan"], companies.Select(c => string.Join(' ', c.Contacts.Select(p => p.Name))));
    }

    [Fact]
    public async Task Merged_cells_of_a_workbook_are_one_company()
    {
        WorkbookBuilder book = new();
        book.Sheet().Row("客户名称", "联系人", "邮箱").Row($"合并 {_mark}", "安", "an@example.com").Row(null, "博", "bo@example.com").Merge("A2:A3");
        using var file = book.Build();
        using var session = await ImportSession.OpenAsync(file, "list.xlsx", candidates: false, Ct);

        await session.ReadAsync(await KnownAsync(), Ct);

        Assert.Equal(["安", "博"], Assert.Single(session.Companies).Contacts.Select(c => c.Name));
        Assert.Empty(session.Homeless);
    }

    [Fact]
    public async Task A_size_may_be_a_word_or_a_number_of_people()
    {
        var companies = await PlanAsync(await KnownAsync(), $"公司,规模\n甲 {_mark},约1200人\n乙 {_mark},中型\n丙 {_mark},巨大\n");

        Assert.Equal("HeadCount 1200", $"{companies[0].Changes[^1].Field} {companies[0].Changes[^1].New}");
        Assert.Equal("Size Medium", $"{companies[1].Changes[^1].Field} {companies[1].Changes[^1].New}");
        Assert.Equal(("Sheet1!B4", PlanKind.Wrong), (Assert.Single(companies[2].Problems).Place.Replace("list", "Sheet1", StringComparison.Ordinal), companies[2].Kind));
    }

    [Fact]
    public async Task What_is_wrong_is_left_out_cell_by_cell_and_nothing_of_it_is_written_before()
    {
        var text = $"Company,Employees,Contact,E-mail,Authority\nCedar {_mark},many,Ann,nobody,maybe\n";
        using var session = await OpenAsync(text);
        var known = await KnownAsync();
        await session.ReadAsync(known, Ct);
        var wrong = Assert.Single(session.Companies);

        foreach (var problem in wrong.Problems) session.Choices.Without.Add(problem.Place);
        await session.ReadAsync(known, Ct);

        Assert.Equal(3, wrong.Problems.Count);
        Assert.False(wrong.IsTaken);
        Assert.Equal(PlanKind.New, Assert.Single(session.Companies).Kind);
    }

    [Fact]
    public async Task A_file_that_says_two_things_of_one_fact_has_to_be_decided()
    {
        var company = Assert.Single(await PlanAsync(await KnownAsync(), $"Company,Region,Contact\nFir {_mark},Suzhou,Ann\nFir {_mark},Ningbo,Bo\n"));

        Assert.Contains("Suzhou", Assert.Single(company.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_without_a_name_and_a_row_without_a_company_are_wrong()
    {
        using var session = await OpenAsync($"Company,Contact,E-mail,Title\n,Ann,ann@example.com,Head\nElm {_mark},,bo@example.com,Buyer\n");
        await session.ReadAsync(await KnownAsync(), Ct);

        Assert.Equal(2, Assert.Single(session.Homeless).Number);
        Assert.Equal(PlanKind.Wrong, Assert.Single(session.Companies).Kind);
    }

    [Fact]
    public async Task A_company_under_another_name_is_asked_about_and_the_answer_holds()
    {
        Customer known = new($"Grove {_mark}x GmbH");
        await studio.AddAsync(known);
        var directory = await KnownAsync();
        using var session = await OpenAsync($"Company,Region\nGROVE {_mark}x AG,Treviso\n");
        await session.ReadAsync(directory, Ct);
        var asked = Assert.Single(session.Companies);

        session.Choices.Companies[asked.Key] = known.Id;
        await session.ReadAsync(directory, Ct);
        var same = Assert.Single(session.Companies);
        session.Choices.Companies[asked.Key] = session.Choices.IdOf(asked.Key);
        await session.ReadAsync(directory, Ct);
        var other = Assert.Single(session.Companies);

        Assert.Equal((PlanKind.Ask, known.Id), (asked.Kind, Assert.Single(asked.Alike).Id));
        Assert.False(asked.IsTaken);
        Assert.Equal((PlanKind.Changed, known.Id), (same.Kind, same.Known!.Id));
        Assert.Equal(PlanKind.New, other.Kind);
    }

    [Fact]
    public async Task Two_names_for_one_new_company_in_a_file_are_asked_about_too()
    {
        using var session = await OpenAsync($"Company,Contact\nHazel {_mark}x GmbH,Ann\nHazel {_mark}x,Bo\n");
        var known = await KnownAsync();
        await session.ReadAsync(known, Ct);
        Assert.Equal([PlanKind.New, PlanKind.Ask], session.Companies.Select(c => c.Kind));

        session.Choices.Companies[session.Companies[1].Key] = session.Companies[1].Alike[0].Id;
        await session.ReadAsync(known, Ct);

        Assert.Equal(["Ann", "Bo"], Assert.Single(session.Companies).Contacts.Select(c => c.Name));
    }

    [Theory]
    [InlineData("Li An,an@example.com,", true)]
    [InlineData("Li An,,+86 139-5550-0101", true)]
    [InlineData("Li An,bo@example.com,139", false)]
    public async Task A_contact_is_known_by_name_address_or_number(string person, bool isKnown)
    {
        Customer company = new($"Ivy {_mark}");
        Contact an = new(company.Id, new("安莉", Phone: "8613955500101", Email: "an@example.com"));
        await studio.AddAsync(company, an);
        using var session = await OpenAsync($"Company,Contact,E-mail,Phone\n{company.Name},{person}\n");
        var known = await KnownAsync();
        await session.ReadAsync(known, Ct);

        var contact = Assert.Single(Assert.Single(session.Companies).Contacts);

        Assert.Equal((isKnown, isKnown), (contact.Known?.Id == an.Id, contact.SharedBy));
        session.Choices.Others.Add(contact.Key);
        await session.ReadAsync(known, Ct);
        Assert.Null(Assert.Single(Assert.Single(session.Companies).Contacts).Known);
    }

    [Fact]
    public async Task It_is_written_in_one_act_and_undone_as_a_whole_but_for_what_was_changed_since()
    {
        var place = await Place.MakeAsync(studio);
        await using var pm = await place.As(ProjectRole.Pm, "Ada");
        var (store, reader) = (pm.Get<DirectoryImportStore>(), pm.Get<CompanyReader>());
        await studio.AddAsync(new Contact(place.Ours.Id, new("Bo", Title: "Buyer")));
        var text = $"Company,Region,Industry,Contact,Title,Emergency order\n{place.Ours.Name},Suzhou,Lighting,Bo,Head,2\n{place.Ours.Name},,,Ann,,1\nJuniper {_mark},Ningbo,,Chen,,\n";
        var companies = await PlanAsync(await store.KnownAsync(ct: Ct), text);

        var done = await store.WriteAsync(companies, null, Ct);

        Assert.Equal((1, 1, 3), (done.New, done.Changed, done.People));
        var ours = (await reader.ReadAsync(place.Ours.Id, Ct))!;
        Assert.Equal("Suzhou Lighting", $"{ours.Company.Region} {ours.Company.Industry}");
        Assert.Equal(["1 Ann ", "2 Bo Head"], ours.Contacts.Select(c => $"{c.EmergencyOrder} {c.Name} {c.Title}"));
        Assert.All((await pm.Get<CompanyHistory>().ReadAsync(place.Ours.Id, 3, Ct)).Where(l => l.Changes.Count > 0), l => Assert.Equal("Ada", l.Actor));
        Assert.Equal([PlanKind.Same, PlanKind.Same], (await PlanAsync(await store.KnownAsync(ct: Ct), text)).Select(c => c.Kind));

        await pm.Get<CompanyContactStore>().WriteAsync(ours.Contacts[1].Id, ContactField.Title, "Head", "Boss", Ct);
        var taken = await store.UndoAsync(done.ActId, Ct);

        ours = (await reader.ReadAsync(place.Ours.Id, Ct))!;
        Assert.Equal((null, null), (ours.Company.Region, ours.Company.Industry));
        Assert.Equal("Boss", Assert.Single(ours.Contacts).Title);
        Assert.Equal(3, taken.Away); // Ann, Juniper and Chen
        Assert.Equal(1, taken.Kept);
        Assert.NotNull((await store.KnownAsync(ct: Ct)).Companies.Single(c => c.Name == $"Juniper {_mark}").ArchivedAt);
        await Refused.ByAsync(nameof(RuleText.NothingToUndo), () => store.UndoAsync(done.ActId, Ct));
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_stops_all_of_it()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var store = lead.Get<DirectoryImportStore>();
        var companies = await PlanAsync(await store.KnownAsync(ct: Ct), $"Company,Region\nKauri {_mark},Auckland\n{place.Ours.Name},Suzhou\n");
        await lead.Get<CompanyStore>().WriteAsync(place.Ours.Id, CustomerField.Region, null, "Ningbo", Ct);

        await Refused.ByAsync(nameof(RuleText.CompanyChangedMeanwhile), () => store.WriteAsync(companies, null, Ct));

        Assert.DoesNotContain((await store.KnownAsync(ct: Ct)).Companies, c => c.Name == $"Kauri {_mark}");
        var one = await PlanAsync(await store.KnownAsync(ct: Ct), $"Company\nKauri {_mark}\n");
        await store.WriteAsync(one, null, Ct);
        await Refused.ByAsync(nameof(RuleText.CompanyChangedMeanwhile), () => store.WriteAsync(one, null, Ct));
    }

    [Fact]
    public async Task The_companies_of_a_file_become_candidates_and_leave_with_the_import_unless_somebody_looked_at_them()
    {
        var place = await Place.MakeAsync(studio);
        await using var pm = await place.As(ProjectRole.Pm);
        var (store, board) = (pm.Get<DirectoryImportStore>(), pm.Get<BoardReader>());
        var companies = await PlanAsync(await store.KnownAsync(ct: Ct), $"Company,Region\n{place.Ours.Name},\nMaple {_mark},Ningbo\nRowan {_mark},Suzhou\n");

        var done = await store.WriteAsync(companies, place.Id, Ct);

        var candidates = (await board.ReadAsync(place.Id, Ct)).Candidates;
        Assert.Equal(new[] { $"Maple {_mark}", $"Rowan {_mark}", place.Ours.Name }.Order(), candidates.Select(c => c.Customer.Name).Order());
        var maple = candidates.Single(c => c.Customer.Name == $"Maple {_mark}").Customer.Id;
        await pm.Get<ScreeningStore>().AssessAsync(place.Id, maple, Trait.Need, Assessment.Nothing, new(TraitState.NotMet), Ct);

        await store.UndoAsync(done.ActId, Ct);

        Assert.Equal($"Maple {_mark}", Assert.Single((await board.ReadAsync(place.Id, Ct)).Candidates).Customer.Name);
        Assert.NotNull((await store.KnownAsync(ct: Ct)).Companies.Single(c => c.Name == $"Rowan {_mark}").ArchivedAt);
    }

    [Fact]
    public async Task Candidates_come_only_into_a_project_where_one_may_screen()
    {
        var (here, there) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        await using var lead = await here.As(ProjectRole.Lead);
        var store = lead.Get<DirectoryImportStore>();
        var companies = await PlanAsync(await store.KnownAsync(ct: Ct), $"Company\nAlder {_mark}\n");

        await Refused.ByAsync(nameof(RuleText.NotThere), () => store.WriteAsync(companies, there.Id, Ct));

        Assert.DoesNotContain((await store.KnownAsync(ct: Ct)).Companies, c => c.Name == $"Alder {_mark}");
    }

    [Fact]
    public async Task A_company_that_was_put_away_comes_back()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var store = lead.Get<DirectoryImportStore>();
        Customer away = new($"Larch {_mark}");
        away.Archive(Samples.Now, 0);
        await studio.AddAsync(away);

        await store.WriteAsync(await PlanAsync(await store.KnownAsync(ct: Ct), $"Company\n{away.Name}\n"), null, Ct);

        Assert.Null((await place.ReadAsync<Customer>(away.Id)).ArchivedAt);
    }

    [Fact]
    public async Task What_is_no_table_is_refused_with_the_reason()
    {
        using MemoryStream nothing = new("%PDF-1.7"u8.ToArray());

        await Assert.ThrowsAsync<FileRefusedException>(() => ImportSession.OpenAsync(nothing, "list.xlsx", candidates: false, Ct));
    }

    private async Task<KnownDirectory> KnownAsync()
    {
        await using var administrator = await studio.AsAdministrator();
        return await administrator.Get<DirectoryImportStore>().KnownAsync(ct: Ct);
    }

    private static async Task<IReadOnlyList<PlannedCompany>> PlanAsync(KnownDirectory known, string text)
    {
        using var session = await OpenAsync(text);
        await session.ReadAsync(known, Ct);
        return session.Companies;
    }

    private static async Task<ImportSession> OpenAsync(string text)
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes(text));
        return await ImportSession.OpenAsync(file, "list.csv", candidates: false, Ct);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
