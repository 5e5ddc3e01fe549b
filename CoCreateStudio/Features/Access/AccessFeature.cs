using CoCreateStudio.Features.Access.Accounts;
using CoCreateStudio.Features.Access.People;
using CoCreateStudio.Kit;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CoCreateStudio.Features.Access;

public sealed class AccessFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services
        .AddSingleton<Passes>()
        .AddSingleton<IPassDesk>(provided => provided.GetRequiredService<Passes>())
        .AddScoped<IAccess, MemberAccess>()
        .AddScoped<ActorSource>()
        .AddSingleton<Strangers>()
        .AddScoped<SignIns>()
        .AddScoped<Passwords>()
        .AddScoped<LinkStore>()
        .AddScoped<AccountStore>()
        .AddScoped<PeopleStore>()
        .AddScoped<CircuitHandler, ActorCircuit>();
}
