using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Webhooks;

/// <summary>
/// One attempt to handle a leased item: calls its handlers, extends its lease and records the result.
/// </summary>
internal sealed class InboxAttempt<TItem>(
    InboxWork<TItem> work,
    TItem item,
    HandledItems<TItem> handled,
    RetryPlan plan,
    TimeProvider time,
    ILogger log
)
{
    private const string NeverEnded = "The last attempt did not end, because its process stopped or hung.";

    private int _calls;
    private bool _hasSystemFailed;
    private string? _error;
    private string? _errorType;
    private Task? _leftBehind;

    private int Number => work.AttemptOf(item);

    public async Task<InboxResult> RunAsync(CancellationToken stopping)
    {
        using var span = work.StartSpan(item);
        var result = await MakeAsync(stopping).ConfigureAwait(false);
        span?.SetTag(TelemetryNames.Result, result.ToString());
        if (_errorType is not null)
            Telemetry.Failed(span, _errorType);
        work.Ended(item, result, time.GetUtcNow());
        return result;
    }

    private async Task<InboxResult> MakeAsync(CancellationToken stopping)
    {
        if (plan.IsBeyondLast(Number))
            return await ParkAsync(NeverEnded).ConfigureAwait(false);
        try
        {
            await HandleAsync(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The app is stopping, so the attempt does not count. Recording that must not be cancelled.
            return Result(await work.ReleaseAsync(item).ConfigureAwait(false), InboxResult.Released);
        }
        catch (LeaseLostException)
        {
            return InboxResult.Lost;
        }
        catch (Exception e)
        {
            // A handler that cannot be created, or a store failure, counts as a failed attempt.
            Failed("Inbox", e);
        }

        if (_error is null)
            return Result(await handled.RecordAsync(item).ConfigureAwait(false), InboxResult.Completed);
        if (plan.DelayAfter(Number) is not { } delay)
            return await ParkAsync(_error).ConfigureAwait(false);
        return Result(
            await work.RetryAsync(item, time.GetUtcNow() + delay, _error).ConfigureAwait(false),
            InboxResult.Retrying
        );
    }

    private async Task HandleAsync(CancellationToken stopping)
    {
        var handlers = await work.OpenAsync(item, stopping).ConfigureAwait(false);
        try
        {
            foreach (var handler in handlers.Handlers)
            {
                // The app's handlers may rely on what the SDK's own handlers record. Otherwise, the failure of a
                // handler does not affect the others.
                if (_hasSystemFailed && !handler.IsSystem)
                    break;
                stopping.ThrowIfCancellationRequested();
                await KeepLeaseAsync(stopping).ConfigureAwait(false);
                var run = await HandlerRun
                    .StartAsync(handler, work.Options.Webhooks.HandlerTimeout, time, stopping)
                    .ConfigureAwait(false);
                Record(handler, run, stopping);

                // The handler still uses the scope, so no other handler may run in it.
                if (run.LeftBehind is not null)
                    break;
            }
        }
        finally
        {
            if (_leftBehind is null)
                await handlers.DisposeAsync().ConfigureAwait(false);
            else
                _ = CloseLaterAsync(handlers, _leftBehind);
        }
    }

    private void Record(NamedHandler handler, HandlerRun run, CancellationToken stopping)
    {
        _leftBehind = run.LeftBehind;
        if (run.Failure is null)
            return;

        // Many libraries wrap a cancellation in an exception of their own. While the app is stopping, none of these
        // counts.
        stopping.ThrowIfCancellationRequested();
        _hasSystemFailed |= handler.IsSystem;
        Failed(handler.Name, run.Failure);
    }

    private void Failed(string handler, Exception failure)
    {
        _error ??= HandlerRun.Describe(handler, failure, work.Options);
        _errorType ??= failure.GetType().Name;
        work.Failed(item, handler, work.Showable(failure));
    }

    private async Task KeepLeaseAsync(CancellationToken stopping)
    {
        if (_calls++ == 0)
            return;
        if (!await work.ExtendAsync(item, time.GetUtcNow() + work.LeaseTime, stopping).ConfigureAwait(false))
            throw new LeaseLostException();
    }

    private async Task<InboxResult> ParkAsync(string error)
    {
        if (!await work.ParkAsync(item, time.GetUtcNow(), error).ConfigureAwait(false))
            return InboxResult.Lost;
        work.Parked(item, error);
        return InboxResult.Parked;
    }

    private async Task CloseLaterAsync(HandlerSet handlers, Task leftBehind)
    {
        await leftBehind.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await handlers.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // No caller waits for this task, so the exception is only logged.
            Log.ScopeNotClosed(log, work.Showable(e));
        }
    }

    private static InboxResult Result(bool recorded, InboxResult result) => recorded ? result : InboxResult.Lost;
}
