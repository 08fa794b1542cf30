using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DodoUpsell.AspNetCore.Health;

/// <summary>
/// Checks that the API answers, with its cheapest read. An outage is degraded: what was bought before still works. A
/// refused key is unhealthy.
/// </summary>
/// <remarks>One instance for each brand, because it keeps the last result. Checks at the same time read once.</remarks>
internal sealed class ApiHealthCheck(IDodoClient dodo, Func<DodoUpsellHealthOptions> options, TimeProvider clock)
    : IHealthCheck,
        IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private HealthCheckResult _last;
    private long? _askedAt;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var limits = options();
            if (_askedAt is { } at && clock.GetElapsedTime(at) < limits.ApiInterval)
                return _last;
            _last = await AskAsync(limits.ApiTimeout, cancellationToken).ConfigureAwait(false);
            _askedAt = clock.GetTimestamp();
            return _last;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<HealthCheckResult> AskAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await dodo.WithOptions(
                    new()
                    {
                        TotalTimeout = timeout,
                        AttemptTimeout = timeout,
                        MaxRetries = 0,
                    }
                )
                .Reference.ListSupportedCountriesAsync(cancellationToken)
                .ConfigureAwait(false);
            return HealthCheckResult.Healthy("The API answers.");
        }
        catch (DodoApiException e) when (e.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return HealthCheckResult.Unhealthy("The API refuses the key.");
        }
        catch (DodoException e)
        {
            return HealthCheckResult.Degraded($"The API cannot be used: {e.GetType().Name}.");
        }
    }
}
