using DodoUpsell.Charging;
using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell;

/// <summary>
/// Finds out, by reading, how charges ended whose answer was lost or is still to come. It never charges.
/// </summary>
/// <remarks>
/// In an app with a host it runs by itself every <see cref="ChargingOptions.ReconcileInterval"/>. Several nodes may run
/// it at once: each charge is taken by one of them for a while.
/// </remarks>
public sealed class ChargeReconciler
{
    // Longer than the reads of one charge take with all their retries; a node that dies gives its charges back after
    // it.
    private static readonly TimeSpan ReadTime = TimeSpan.FromMinutes(3);

    private readonly ChargeEngine _engine;

    /// <summary>A reconciler without dependency injection; call <see cref="RunAsync"/> now and then.</summary>
    /// <param name="dodo">The client to read with.</param>
    /// <param name="ledger">The ledger of the flows.</param>
    /// <param name="options">How patiently to look; null for the defaults.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <exception cref="ArgumentException">An option is wrong.</exception>
    public ChargeReconciler(
        IDodoClient dodo,
        IChargeLedger ledger,
        ChargingOptions? options = null,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null
    )
        : this(ChargeEngine.Create(dodo, ledger, options, timeProvider, messages: null, loggerFactory)) { }

    internal ChargeReconciler(ChargeEngine engine) => _engine = engine;

    /// <summary>Looks at every charge that is due and records how it stands.</summary>
    /// <remarks>
    /// A charge that cannot be read now is taken again later. Charges whose key is to be forgotten are removed.
    /// </remarks>
    /// <exception cref="OperationCanceledException">Cancelled; what was read is recorded.</exception>
    public async Task<ReconcileReport> RunAsync(CancellationToken cancellationToken = default)
    {
        var (looked, settled, failed) = (0, 0, 0);
        var started = _engine.Clock.GetUtcNow();

        // One at a time, so that a lease covers the reads of its charge only. What has been looked at is due after the
        // start of this run. A wrong clock would put off the next look by as much as it is wrong.
        while (
            await _engine.ClockGuard.IsMeasuredAsync(cancellationToken).ConfigureAwait(false)
            && await _engine
                .Ledger.LeaseDueAsync(
                    _engine.Environment,
                    started,
                    _engine.Times.LeaseEnds(_engine.Clock.GetUtcNow() + ReadTime),
                    maxCount: 1,
                    cancellationToken
                )
                .ConfigureAwait(false)
                is [var record]
        )
        {
            looked++;
            if (await LookAsync(record, cancellationToken).ConfigureAwait(false) is not { } after)
                failed++;
            else if (record.State.IsOpen() && !after.State.IsOpen())
                settled++;
        }

        // By a clock that is far ahead everything would be old.
        if (_engine.IsClockTrusted)
            await _engine
                .Ledger.PruneAsync(
                    _engine.Environment,
                    _engine.Clock.GetUtcNow() - _engine.Options().Retention,
                    cancellationToken
                )
                .ConfigureAwait(false);
        return new ReconcileReport(looked, settled, failed);
    }

    /// <summary>Looks at one charge now, whether it is due or not.</summary>
    /// <returns>How it stands; null when the key was never claimed.</returns>
    /// <exception cref="ArgumentException">The key is the default value.</exception>
    /// <exception cref="DodoException">It could not be read.</exception>
    public async Task<ChargeOutcome?> ReconcileAsync(ChargeKey key, CancellationToken cancellationToken = default)
    {
        if (
            await _engine
                .Ledger.FindAsync(_engine.Environment, ChargeKey.Require(key, nameof(key)), cancellationToken)
                .ConfigureAwait(false)
            is not { } record
        )
            return null;
        if (record.State.IsOpen())
            record = await _engine.Recorder.CheckAsync(record, cancellationToken).ConfigureAwait(false);
        return _engine.Outcomes.Of(record);
    }

    private async Task<ChargeRecord?> LookAsync(ChargeRecord record, CancellationToken cancellationToken)
    {
        try
        {
            var after = await _engine.Recorder.CheckAsync(record, cancellationToken).ConfigureAwait(false);
            ChargeMetrics.Reconciled(after);
            return after;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // One that cannot be read, for whatever reason, does not keep the others waiting.
            Log.ReadFailed(_engine.Log, record.Flow, record.Key.Value, record.PaymentId, e.GetType().Name);
            return null;
        }
    }
}

/// <summary>What a run of the reconciler came to.</summary>
/// <param name="Looked">How many charges were looked at.</param>
/// <param name="Settled">How many of them came to an end.</param>
/// <param name="Failed">How many could not be read; they are looked at again.</param>
public sealed record ReconcileReport(int Looked, int Settled, int Failed);
