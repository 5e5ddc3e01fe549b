using CoCreateStudio.Infrastructure.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CoCreateStudio.Infrastructure.Identity;

public static class IdentitySetup
{
    public const string AccountPath = "/account";
    public const string SignInPath = AccountPath + "/sign-in";

    public static IServiceCollection AddStudioIdentity(this IServiceCollection services, IConfiguration config)
    {
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SignInCheck>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Login>(Rules).AddEntityFrameworkStores<StudioDb>().AddSignInManager().AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(Cookie);

        // Whatever is not said to be open is closed.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        var folder = (config.GetSection(DataOptions.Section).Get<DataOptions>() ?? new DataOptions()).Folder;
        services.AddDataProtection().SetApplicationName("CoCreateStudio").PersistKeysToFileSystem(OnlyOurs(Path.Combine(folder, "keys")));

        // The keys are protected by the rights of their folder. The warning that asks for a certificate instead would come at each first start.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        return services;
    }

    private static DirectoryInfo OnlyOurs(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder)
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static void Rules(IdentityOptions o)
    {
        o.User.RequireUniqueEmail = true;
        o.User.AllowedUserNameCharacters = "";
        o.Password.RequiredLength = 10;
        o.Password.RequiredUniqueChars = 4;
        o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
        o.Lockout.MaxFailedAccessAttempts = 5;
        o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void Cookie(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions o)
    {
        o.LoginPath = SignInPath;
        o.AccessDeniedPath = "/not-there";
        o.ReturnUrlParameter = "back";
        o.Cookie.Name = "studio";
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.SlidingExpiration = true;
        o.ExpireTimeSpan = TimeSpan.FromDays(14);

        // Whether a sign-in still counts is seen by its pass, with every request; a second look into the database would add nothing.
        o.Events.OnValidatePrincipal = _ => Task.CompletedTask;
    }
}
