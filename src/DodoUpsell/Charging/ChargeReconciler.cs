using DodoUpsell.Charging;
using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell;

/// <summary>
/// Determines, by reading, the outcome of charges whose response was lost or that are not final yet. It never charges.
/// </summary>
/// <remarks>
/// In an app with a host it runs automatically every <see cref="ChargingOptions.ReconcileInterval"/>. Several nodes can
/// run it at the same time: each charge is leased by one node at a time.
/// </remarks>
public sealed class ChargeReconciler
{
    // Longer than reading one charge takes, including all retries. If a node fails, its leased charges become available
    // again after this time.
    private static readonly TimeSpan ReadTime = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(1);

    private readonly ChargeEngine _engine;
    private long? _pruned;

    /// <summary>Creates a reconciler without dependency injection. Call <see cref="RunAsync"/> periodically.</summary>
    /// <param name="dodo">The client to read with.</param>
    /// <param name="ledger">The ledger of the flows.</param>
    /// <param name="options">The timeouts and intervals, or null for the defaults.</param>
    /// <param name="timeProvider">The clock, or null for the system clock.</param>
    /// <param name="loggerFactory">The logger factory, or null for no logging.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    public ChargeReconciler(
        IDodoClient dodo,
        IChargeLedger ledger,
        ChargingOptions? options = null,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null
    )
        : this(ChargeEngine.Create(dodo, ledger, options, timeProvider, messages: null, loggerFactory)) { }

    internal ChargeReconciler(ChargeEngine engine) => _engine = engine;

    /// <summary>Checks every charge that is due and records its state.</summary>
    /// <remarks>
    /// A charge that cannot be read is checked again later. Charges older than <see cref="ChargingOptions.Retention"/>
    /// are removed, once an hour.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The operation was cancelled. Results read so far are
    /// recorded.</exception>
    public async Task<ReconcileReport> RunAsync(CancellationToken cancellationToken = default)
    {
        var (looked, settled, failed) = (0, 0, 0);
        var started = _engine.Clock.GetUtcNow();

        // One at a time, so that a lease has to cover the reads of one charge only. A checked charge is due again after
        // the start of this run. A wrong clock would shift the next check by its error.
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

        await PruneAsync(cancellationToken).ConfigureAwait(false);
        return new ReconcileReport(looked, settled, failed);
    }

    /// <summary>Checks one charge now, whether or not it is due.</summary>
    /// <returns>The outcome or current state, or null if the key was never claimed.</returns>
    /// <exception cref="ArgumentException">The key is the default value.</exception>
    /// <exception cref="DodoException">The charge could not be read.</exception>
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

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        // With a clock that is far ahead, every record would seem old.
        if (!_engine.IsClockTrusted || (_pruned is { } pruned && _engine.Clock.GetElapsedTime(pruned) < PruneInterval))
            return;
        var before = _engine.Clock.GetUtcNow() - _engine.Options().Retention;
        await _engine.Ledger.PruneAsync(_engine.Environment, before, cancellationToken).ConfigureAwait(false);
        _pruned = _engine.Clock.GetTimestamp();
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
            // A charge that cannot be read must not block the others.
            Log.ReadFailed(_engine.Log, record.Flow, record.Key.Value, record.PaymentId, e.GetType().Name);
            return null;
        }
    }
}

/// <summary>The result of one run of the reconciler.</summary>
/// <param name="Looked">The number of charges that were checked.</param>
/// <param name="Settled">The number of checked charges that reached a final state.</param>
/// <param name="Failed">The number of charges that could not be read. They are checked again later.</param>
public sealed record ReconcileReport(int Looked, int Settled, int Failed);
