using CoCreateStudio.Shell;

var builder = WebApplication.CreateBuilder(args);
if (StudioSettings.FirstProblem(builder.Configuration) is { } problem)
{
    Console.Error.WriteLine(problem);
    return 2;
}

builder.AddStudioHost();
var app = builder.Build();
await app.MakeReadyAsync(withDemo: args.Contains("--demo"));
app.UseStudio();
await app.RunAsync();
return 0;

public partial class Program;
