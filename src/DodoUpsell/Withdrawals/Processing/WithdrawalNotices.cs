using DodoUpsell.Diagnostics;

namespace DodoUpsell.Withdrawals;

/// <summary>Tells the app's handlers about withdrawals, at least once.</summary>
internal sealed class WithdrawalNotices(WithdrawalEngine engine)
{
    private int _isWarned;

    /// <summary>Tells what was not told yet. A handler that fails is told again at a later turn.</summary>
    public async Task TellAsync(WithdrawalTurn turn, CancellationToken cancellationToken)
    {
        foreach (var notice in turn.Work.Untold)
        {
            if (
                turn.IsLost
                || !await TryTellAsync(turn.Record, notice, cancellationToken).ConfigureAwait(false)
                || !await turn.SaveAsync(turn.Work.Told(notice), cancellationToken).ConfigureAwait(false)
            )
                return;
        }
    }

    private async Task<bool> TryTellAsync(
        WithdrawalRecord record,
        WithdrawalNotice notice,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(engine.Options.HandlerTimeout, engine.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var anyone = await engine
                .Services.TellAsync(notice, WithdrawalView.Of(record), either.Token)
                .ConfigureAwait(false);
            if (!anyone && notice == WithdrawalNotice.Confirmed && Interlocked.Exchange(ref _isWarned, 1) == 0)
                Log.WithdrawalsWithoutHandler(engine.Log);
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The text of the exception may contain the consumer's contact.
            Log.WithdrawalHandlerFailed(engine.Log, record.Id, notice, record.Attempts, e.GetType().Name);
            return false;
        }
    }
}
