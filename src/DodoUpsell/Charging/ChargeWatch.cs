using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Charging;

/// <summary>Reads how a charge stands for somebody who waits for it. A read that fails is no answer: the record stays as it is known.</summary>
internal sealed class ChargeWatch(ChargeRecorder recorder, Func<ChargingOptions> options, TimeProvider clock, ILogger log)
{
    public static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Reads until the record is final or waits for the customer, or the budget ends.</summary>
    public async Task<ChargeRecord> WaitAsync(ChargeRecord record, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            record = await ReadAsync(record, cancellationToken).ConfigureAwait(false);
            if (record is not { State: ChargeState.Sending or ChargeState.Waiting, ActionUrl: null }) return record;
            if (clock.GetElapsedTime(started) + pause > options().WaitBudget) return record;
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads what became of it.</summary>
    public Task<ChargeRecord> ReadAsync(ChargeRecord record, CancellationToken cancellationToken) =>
        TryAsync(record, async () => (await recorder.ReadAsync(record, cancellationToken).ConfigureAwait(false)).Record);

    /// <summary>Reads what became of it, and gives it up where nothing can turn up any more.</summary>
    public Task<ChargeRecord> CheckAsync(ChargeRecord record, CancellationToken cancellationToken) =>
        TryAsync(record, () => recorder.CheckAsync(record, cancellationToken));

    private async Task<ChargeRecord> TryAsync(ChargeRecord record, Func<Task<ChargeRecord>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (DodoException e)
        {
            Log.ReadFailed(log, record.Flow, e.GetType().Name);
            return record;
        }
    }
}
