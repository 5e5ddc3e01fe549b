using CoCreateStudio.Infrastructure.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CoCreateStudio.Infrastructure.Identity;

public static class IdentitySetup
{
    public const string SignInPath = "/account/sign-in";

    public static IServiceCollection AddStudioIdentity(this IServiceCollection services, IConfiguration config)
    {
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SignInCheck>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Login>(Rules).AddEntityFrameworkStores<StudioDb>().AddSignInManager().AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = SignInCheck.Interval);
        services.ConfigureApplicationCookie(Cookie);

        // Whatever is not said to be open is closed.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        var folder = (config.GetSection(DataOptions.Section).Get<DataOptions>() ?? new DataOptions()).Folder;
        services.AddDataProtection().SetApplicationName("CoCreateStudio").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        return services;
    }

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
    }
}
