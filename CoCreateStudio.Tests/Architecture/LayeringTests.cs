using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CoCreateStudio.Tests.Architecture;

public partial class LayeringTests
{
    private static readonly string App = Path.GetFullPath(Path.Combine(Here(), "../../CoCreateStudio"));

    [Fact]
    public void The_domain_knows_no_framework() =>
        AssertNoMatch("Domain", @"using (static )?(Microsoft\.(EntityFrameworkCore|AspNetCore)|Radzen|ClosedXML|CoCreateStudio\.(Kit|Infrastructure|Features|Shell))");

    [Fact]
    public void The_kit_knows_no_feature() => AssertNoMatch("Kit", @"CoCreateStudio\.(Features|Infrastructure|Shell)");

    [Fact]
    public void Infrastructure_knows_no_feature() => AssertNoMatch("Infrastructure", @"CoCreateStudio\.(Features|Shell)");

    [Fact]
    public void A_feature_knows_no_other_feature()
    {
        foreach (var folder in Directory.GetDirectories(Path.Combine(App, "Features")))
            AssertNoMatch($"Features/{Path.GetFileName(folder)}", $@"CoCreateStudio\.Features\.(?!{Path.GetFileName(folder)}\b)");
    }

    [Fact]
    public void Project_data_is_reached_only_through_its_door() =>
        AssertNoMatch("Features", @"IDbContextFactory", except: "Passes.cs"); // the door itself asks it who may enter

    [Fact]
    public void Every_write_goes_through_SaveChanges() => AssertNoMatch("Features", @"\b(ExecuteUpdate|ExecuteDelete|ExecuteSql)");

    [Fact]
    public void Markup_never_touches_the_database() =>
        Assert.DoesNotContain(Sources("Features").Where(f => f.EndsWith(".razor", StringComparison.Ordinal)), f => File.ReadAllText(f).Contains("StudioDb", StringComparison.Ordinal));

    [Fact]
    public void Files_stay_small_enough_to_read()
    {
        var tooLong = Sources("").Where(f => File.ReadLines(f).Count() > (f.EndsWith(".razor", StringComparison.Ordinal) ? 200 : 300));
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Every_text_exists_in_both_languages()
    {
        foreach (var english in Directory.GetFiles(App, "*Text.resx", SearchOption.AllDirectories))
            Assert.Equal(Placeholders(english), Placeholders(Path.ChangeExtension(english, ".zh-Hans.resx")));
    }

    private static void AssertNoMatch(string folder, string forbidden, string except = "-") =>
        Assert.DoesNotContain(Sources(folder).Where(f => Path.GetFileName(f) != except), f => Regex.IsMatch(File.ReadAllText(f), forbidden));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(App, folder), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !f.Contains("Migrations", StringComparison.Ordinal));

    private static IEnumerable<string> Placeholders(string resx) => XDocument.Load(resx).Descendants("data")
        .Select(d => d.Attribute("name")!.Value + string.Concat(Placeholder().Matches(d.Value).Select(m => m.Value).Distinct().Order()))
        .Order();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Placeholder();

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
