using Bench;

// Arguments: the folder of bench/run, with the published application in "app"; then the parts to measure.
var folder = args[0];
string[] parts = args.Length > 1 ? args[1..] : ["start", "table", "browser", "status", "circuits", "export", "writers", "import", "memory"];
var data = Path.Combine(folder, "data");
await using (var filling = new Filling(data)) await filling.FillAsync();

Report report = new();
await using (var studio = await Studio.StartAsync(Path.Combine(folder, "app"), data))
{
    if (parts.Contains("start")) report.Add("start to first page", studio.Started, "ms", 3000);
    using var visitor = await Visitor.SignInAsync(studio);
    if (parts.Contains("table")) await visitor.MeasureTableAsync(report);
    if (parts.Contains("export")) await visitor.MeasureExportAsync(report);
    await using var pages = await Pages.OpenAsync(studio);
    if (parts.Contains("browser"))
    {
        await using var bare = await Studio.StartBareAsync(Path.Combine(folder, "bare"));
        await pages.MeasureOpeningAsync(bare, report);
    }

    if (parts.Contains("browser")) await pages.MeasureOrderAsync(report);
    if (parts.Contains("status")) await pages.MeasureStatusAsync(report);
    if (parts.Contains("circuits")) await pages.MeasureCircuitsAsync(report);
}

if (parts.Contains("writers")) await Writers.MeasureAsync(data, report);
if (parts.Contains("import")) await Imports.MeasureAsync(data, report);
if (parts.Contains("memory")) await Hostile.MeasureAsync(folder, report);
Console.WriteLine(report);
