using CoCreateStudio.Features;
using CoCreateStudio.Features.Access;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;

namespace CoCreateStudio.Shell;

/// <summary>The web side of the house: what every request passes on its way to a page.</summary>
public static class StudioHost
{
    public static readonly string[] Languages = ["en", "zh-Hans"];

    // Whoever hears nothing for longer than twice of it knows that the line is lost (boot.js).
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    public static void AddStudioHost(this WebApplicationBuilder builder)
    {
        // Also where the application runs from its build folder outside Development, as "dotnet run" does.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents()
            .AddInteractiveServerComponents(o => o.DetailedErrors = false)
            .AddHubOptions(o => (o.MaximumReceiveMessageSize, o.KeepAliveInterval) = (128 * 1024, Heartbeat));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.Services.Configure<RequestLocalizationOptions>(o =>
        {
            o.SetDefaultCulture(Languages[0]).AddSupportedCultures(Languages).AddSupportedUICultures(Languages);
            o.ApplyCurrentCultureToResponseHeaders = true;
        });
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Services.AddProxies(builder.Configuration);
        builder.Services.AddLimits(builder.Configuration);
        builder.Services.AddExceptionHandler<ErrorLog>();

        // MainLayout writes what its boundary caught, with the number that the page shows.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Components.Web.ErrorBoundary", LogLevel.None);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.AddHostedService<WorkbookWarmUp>();
        builder.Services.AddStudio(builder.Configuration);
    }

    public static void UseStudio(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment()) app.UseHsts(); // leading to https is the reverse proxy's
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            SuppressDiagnosticsCallback = _ => true,
            StatusCodeSelector = e => e is BadHttpRequestException wrong ? wrong.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(ReadAnswers);
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(RefuseForeignForms);
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => (o.ContentSecurityFrameAncestorsPolicy, o.ConfigureWebSocketAcceptContext) = (null, PackEach));
        app.MapHealth();
        app.MapLanguage();
        foreach (var feature in StudioFeatures.All) feature.MapEndpoints(app);
    }

    // Each message is packed by itself: to remember what was sent before takes a quarter of a megabyte for every open page.
    private static Task PackEach(HttpContext context, WebSocketAcceptContext line)
    {
        (line.DangerousEnableCompression, line.DisableServerContextTakeover) = (true, true);
        return Task.CompletedTask;
    }

    // A page that tells of a refusal is read, whatever was sent to get there.
    private static Task ReadAnswers(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null) context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    // Otherwise the page itself would answer, in words for developers.
    private static Task RefuseForeignForms(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } || context.Features.Get<IStatusCodeReExecuteFeature>() is not null) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    // A circuit keeps its language, so the language is a cookie and a reload.
    private static void MapLanguage(this WebApplication app) => app.MapGet("/language", (string to, string? back, HttpContext context) =>
    {
        if (!Languages.Contains(to)) return Results.BadRequest();
        context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(to)),
            new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps });
        return Results.LocalRedirect(LocalAddress.OrHome(back));
    }).AllowAnonymous();
}
