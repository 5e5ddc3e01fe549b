using Bench;

// Arguments: the folder of bench/run, with the published application in "app"; then the parts to measure.
var folder = args[0];
string[] parts = args.Length > 1 ? args[1..] : ["start", "table", "browser", "status", "circuits", "export", "writers", "import", "memory"];
var data = Path.Combine(folder, "data");
Dictionary<string, string?> settings = new() { ["Data:Folder"] = Directory.CreateDirectory(data).FullName };
Report report = new();

// The room of a running meeting: bench/run room, bench/run kill
if (parts.Contains("room") || parts.Contains("kill"))
{
    await using (var filling = new Filling(settings)) await filling.FillAsync(withMeetings: true);
    Room room = new(Path.Combine(folder, "app"), settings);
    if (parts.Contains("room")) await room.MeasureAsync(report);
    if (parts.Contains("kill")) await room.KillAsync(report);
    Console.WriteLine(report);
    return;
}

// Its own filling, and on the database that BENCH_POSTGRES names, where it does: bench/run meetings
if (parts.Contains("meetings"))
{
    if (Environment.GetEnvironmentVariable("BENCH_POSTGRES") is { Length: > 0 } connection) (settings["Data:Provider"], settings["ConnectionStrings:Studio"]) = ("Postgres", connection);
    await using (var filling = new Filling(settings)) await filling.FillAsync(withMeetings: true);
    await using var meetings = await Studio.StartAsync(Path.Combine(folder, "app"), settings);
    using var visitor = await Visitor.SignInAsync(meetings);
    await visitor.MeasureMeetingsAsync(report);
    Console.WriteLine(report);
    return;
}

await using (var filling = new Filling(settings)) await filling.FillAsync(withMeetings: false);
await using (var studio = await Studio.StartAsync(Path.Combine(folder, "app"), settings))
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
