using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DodoUpsell.AspNetCore.Health;

/// <summary>Reads how long the next item of a queue is overdue, and how many items are parked up to a number.</summary>
internal interface IQueueReads
{
    string Items { get; }

    Task<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    Task<int> CountParkedAsync(int atMost, CancellationToken cancellationToken);
}

/// <summary>Checks that what is due is handled, and that nothing gave up.</summary>
internal sealed class QueueHealthCheck(
    IQueueReads queue,
    Func<(TimeSpan MaxLag, int MaxParked)> limits,
    TimeProvider clock
) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var now = clock.GetUtcNow();
        var (maxLag, maxParked) = limits();
        var due = await queue.FindNextDueAsync(now, cancellationToken).ConfigureAwait(false);
        var parked = await queue.CountParkedAsync(maxParked + 1, cancellationToken).ConfigureAwait(false);
        var lag = due < now ? now - due.Value : TimeSpan.Zero;
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["lag_seconds"] = Math.Round(lag.TotalSeconds),
            ["parked"] = parked > maxParked ? $"more than {maxParked.ToString(CultureInfo.InvariantCulture)}" : parked,
        };
        if (parked > maxParked)
            return HealthCheckResult.Degraded($"Parked {queue.Items} wait to be replayed.", data: data);
        return lag > maxLag
            ? HealthCheckResult.Degraded($"Due {queue.Items} are not handled in time.", data: data)
            : HealthCheckResult.Healthy($"Due {queue.Items} are handled in time.", data);
    }
}
