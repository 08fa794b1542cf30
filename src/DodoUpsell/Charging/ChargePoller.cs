using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Charging;

/// <summary>
/// Reads the state of a charge for a caller that waits for it. A failed read does not change the record.
/// </summary>
internal sealed class ChargePoller(ChargeEngine engine)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Reads until the record is final or waits for the customer, or the wait budget is used up.</summary>
    public async Task<ChargeRecord> WaitAsync(ChargeRecord record, CancellationToken cancellationToken)
    {
        var started = engine.Clock.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            record = await ReadAsync(record, cancellationToken).ConfigureAwait(false);
            if (record is not { State: ChargeState.Sending or ChargeState.Waiting, ActionUrl: null })
                return record;
            if (!await PauseAsync(started, pause, cancellationToken).ConfigureAwait(false))
                return record;
        }
    }

    /// <summary>
    /// Waits for the caller that is currently charging the key, until there is an outcome or the wait budget is used
    /// up.
    /// </summary>
    public async Task<ChargeRecord> WaitForClaimantAsync(ChargeRecord record, CancellationToken cancellationToken)
    {
        var started = engine.Clock.GetTimestamp();
        while (
            ChargeTimes.IsClaimantAtWork(record, engine.Clock.GetUtcNow())
            && await PauseAsync(started, FirstPause, cancellationToken).ConfigureAwait(false)
        )
        {
            record =
                await engine.Ledger.FindAsync(record.Environment, record.Key, cancellationToken).ConfigureAwait(false)
                ?? record;
        }

        return record;
    }

    /// <summary>Reads the current state of the charge.</summary>
    public Task<ChargeRecord> ReadAsync(ChargeRecord record, CancellationToken cancellationToken) =>
        TryAsync(
            record,
            async () => (await engine.Recorder.ReadAsync(record, cancellationToken).ConfigureAwait(false)).Record
        );

    /// <summary>
    /// Reads the current state of the charge, unless its claimant may still be working on it, and releases it once no
    /// payment can be found any more.
    /// </summary>
    public async Task<ChargeRecord> CheckAsync(ChargeRecord record, CancellationToken cancellationToken) =>
        !record.State.IsOpen() || ChargeTimes.IsClaimantAtWork(record, engine.Clock.GetUtcNow())
            ? record
            : await TryAsync(record, () => engine.Recorder.CheckAsync(record, cancellationToken)).ConfigureAwait(false);

    private async Task<bool> PauseAsync(long started, TimeSpan pause, CancellationToken cancellationToken)
    {
        if (engine.Clock.GetElapsedTime(started) + pause > engine.Options().WaitBudget)
            return false;
        await Task.Delay(pause, engine.Clock, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<ChargeRecord> TryAsync(ChargeRecord record, Func<Task<ChargeRecord>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (DodoException e)
        {
            Log.ReadFailed(engine.Log, record.Flow, record.Key.Value, record.PaymentId, e.GetType().Name);
            return record;
        }
    }
}
