using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DodoUpsell.AspNetCore.Health;

/// <summary>Checks that this node's clock is trusted. A node with a wrong clock claims no charges, so it is unhealthy.</summary>
internal sealed class ClockHealthCheck(IDodoClient dodo) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var status = dodo.Clock;
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        if (status.Difference is { } difference)
            data["difference_seconds"] = Math.Round(difference.TotalSeconds);
        return Task.FromResult(
            status.IsTrusted
                ? HealthCheckResult.Healthy(
                    status.Difference is null ? "The clock was not measured yet." : "The clock is trusted.",
                    data
                )
                : HealthCheckResult.Unhealthy(
                    "The clock differs from the API's. Check time synchronization.",
                    data: data
                )
        );
    }
}
