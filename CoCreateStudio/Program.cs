using CoCreateStudio.Features;
using CoCreateStudio.Shell;
using Microsoft.AspNetCore.Connections;

if (StudioFeatures.Command(args.FirstOrDefault()) is { } command) return command.Run(args[1..], Console.Out, Console.Error);
if (StudioFeatures.DataCommand(args.FirstOrDefault()) is { } onData) return await DataCommandHost.RunAsync(onData, args[1..], Console.Out, Console.Error);

// A word, not a setting: left in, it would take the next argument for its value.
const string demo = "--demo";
var builder = WebApplication.CreateBuilder([.. args.Where(a => a != demo)]);
if (StudioSettings.FirstProblem(builder.Configuration) is { } problem)
{
    Console.Error.WriteLine(problem);
    return 2;
}

builder.AddStudioHost();
var app = builder.Build();
if (await app.TryMakeReadyAsync(withDemo: args.Contains(demo)) is { } trouble)
{
    Console.Error.WriteLine(trouble);
    return 2;
}

app.UseStudio();
try
{
    await app.RunAsync();
    return 0;
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    Console.Error.WriteLine($"{e.Message.TrimEnd('.')}. Another program listens there: stop it, or choose other Urls.");
    return 2;
}

public partial class Program;
