using System.Threading.RateLimiting;
using CoCreateStudio.Infrastructure.Identity;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace CoCreateStudio.Shell;

/// <summary>How much one address may ask for while it is not signed in: the section "Limits" of the configuration.</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Forms of sign-in and of personal links, each minute.</summary>
    public int SignInsPerMinute { get; set; } = 10;

    /// <summary>Everything else that needs no sign-in, files of the pages included, each minute.</summary>
    public int AnonymousPerMinute { get; set; } = 1200;
}

internal static class Limits
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddLimits(this IServiceCollection services, IConfiguration config)
    {
        var limits = config.GetSection(LimitOptions.Section).Get<LimitOptions>() ?? new();
        return services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = WaitAsync;
            o.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => Anonymous(context, limits)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => SignIns(context, limits)));
        });
    }

    private static RateLimitPartition<string> Anonymous(HttpContext context, LimitOptions limits) =>
        context.User.Identity?.IsAuthenticated == true || IsAnswering(context)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(From(context), _ => new() { PermitLimit = limits.AnonymousPerMinute, Window = Minute });

    private static RateLimitPartition<string> SignIns(HttpContext context, LimitOptions limits) =>
        !HttpMethods.IsPost(context.Request.Method) || !context.Request.Path.StartsWithSegments(IdentitySetup.AccountPath) || IsAnswering(context)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetSlidingWindowLimiter(From(context), _ => new() { PermitLimit = limits.SignInsPerMinute, Window = Minute, SegmentsPerWindow = 6 });

    // The page that tells of a refusal passes here again and must not be refused itself.
    private static bool IsAnswering(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static string From(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static ValueTask WaitAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        rejected.HttpContext.Response.Headers.RetryAfter = ((int)Minute.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
