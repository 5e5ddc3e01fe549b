using CoCreateStudio.Infrastructure.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoCreateStudio.Shell;

internal sealed class DatabaseHealth(StudioDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
