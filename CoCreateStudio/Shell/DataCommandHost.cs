using System.Data.Common;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Shell;

/// <summary>Runs a command on the data of this installation: same settings as the web application, but nothing listens.</summary>
public static class DataCommandHost
{
    private const int CannotRun = 2;

    public static async Task<int> RunAsync(DataCommand command, string[] arguments, TextWriter output, TextWriter error)
    {
        var config = WebApplication.CreateBuilder(arguments).Configuration;
        if (StudioSettings.FirstProblem(config) is { } problem) return Refuse(error, problem);
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(config).AddStudio(config).AddScoped<MachineDb>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        try
        {
            if (await scope.ServiceProvider.GetRequiredService<MachineDb>().ProblemAsync() is { } trouble) return Refuse(error, trouble);
            return await command.RunAsync(scope.ServiceProvider, arguments, output, error);
        }
        catch (DbException e)
        {
            return Refuse(error, $"The database cannot be used: {e.Message}");
        }
    }

    private static int Refuse(TextWriter error, string sentence)
    {
        error.WriteLine(sentence);
        return CannotRun;
    }
}
