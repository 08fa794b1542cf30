using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Webhooks;

/// <summary>Hands one leased delivery to its handlers, with the newest object of its subject.</summary>
internal sealed class DeliveryHandling(
    Func<DodoUpsellOptions> options, IWebhookInboxStore store, TimeProvider time, DelegateHandlers delegates, ServiceHandlers? services, ILogger log)
{
    // What reading and recording around the handlers may take before the lease ends.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>A lease that lasts for one handler; it is extended before each further one.</summary>
    public TimeSpan LeaseTime => options().Webhooks.HandlerTimeout + HandlerRun.Grace + Margin;

    /// <returns>The first error; null when every handler ended well.</returns>
    /// <exception cref="LeaseLostException">Another worker has taken the delivery.</exception>
    public async Task<string?> HandleAsync(InboxDelivery delivery, CancellationToken stopping)
    {
        var (webhookEvent, isReplaced) = await ReadAsync(delivery, stopping).ConfigureAwait(false);
        var context = new WebhookContext { WebhookId = delivery.Id, Attempt = delivery.Attempts, ReceivedAt = delivery.ReceivedAt, IsStateReplaced = isReplaced };
        var handlers = services is null ? new HandlerSet([], []) : await services.OpenAsync(webhookEvent).ConfigureAwait(false);
        var attempt = new Attempt(delivery, webhookEvent, context);
        try
        {
            // The app's handlers may rely on what the library's own have recorded; among themselves, none suffers from another's failure.
            if (await RunAsync(attempt, handlers.System, stopping).ConfigureAwait(false))
            {
                await RunAsync(attempt, [.. handlers.User, .. delegates.For(webhookEvent)], stopping).ConfigureAwait(false);
            }
        }
        finally
        {
            await CloseAsync(handlers, attempt.LeftBehind).ConfigureAwait(false);
        }

        return attempt.Error;
    }

    /// <summary>The event, with the object of the newest delivery that is recorded about its subject.</summary>
    private async Task<(WebhookEvent WebhookEvent, bool IsReplaced)> ReadAsync(InboxDelivery delivery, CancellationToken stopping)
    {
        var webhookEvent = WebhookEvent.Parse(delivery.Body);
        if (delivery.Subject.Length == 0) return (webhookEvent, false);
        var newest = await store.FindNewestAsync(delivery.Subject, stopping).ConfigureAwait(false);
        if (newest is null || newest.CompareFreshness(delivery) <= 0) return (webhookEvent, false);
        return StateReplacement.Of(webhookEvent, WebhookEvent.Parse(newest.Body)) is { } replaced ? (replaced, true) : (webhookEvent, false);
    }

    /// <returns>Whether all ended well.</returns>
    private async Task<bool> RunAsync(Attempt attempt, IReadOnlyList<NamedHandler> handlers, CancellationToken stopping)
    {
        foreach (var handler in handlers)
        {
            stopping.ThrowIfCancellationRequested();
            await KeepLeaseAsync(attempt, stopping).ConfigureAwait(false);
            var run = await HandlerRun.StartAsync(handler, attempt.Event, attempt.Context, options().Webhooks.HandlerTimeout, time, stopping).ConfigureAwait(false);
            attempt.LeftBehind = run.LeftBehind;
            if (run.Failure is null) continue;

            // Many libraries wrap a cancellation in an error of their own; at the end of the app none of them counts.
            stopping.ThrowIfCancellationRequested();
            attempt.Error ??= HandlerRun.Describe(handler.Name, run.Failure);
            Log.HandlerFailed(log, run.Failure, handler.Name, attempt.Event.Type.Value, attempt.Context.Attempt);

            // It still uses the scope, in which no other may run beside it.
            if (run.LeftBehind is not null) return false;
        }

        return attempt.Error is null;
    }

    private async Task KeepLeaseAsync(Attempt attempt, CancellationToken stopping)
    {
        if (attempt.Calls++ == 0) return;
        var kept = await store.ExtendAsync(attempt.Delivery.Id, attempt.Delivery.LeaseToken!.Value, time.GetUtcNow() + LeaseTime, stopping).ConfigureAwait(false);
        if (!kept) throw new LeaseLostException();
    }

    private async Task CloseAsync(HandlerSet handlers, Task? leftBehind)
    {
        if (leftBehind is null) await handlers.DisposeAsync().ConfigureAwait(false);
        else _ = CloseLaterAsync(handlers, leftBehind);
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
            // Nobody waits for this any more.
            Log.ScopeNotClosed(log, e);
        }
    }

    private sealed class Attempt(InboxDelivery delivery, WebhookEvent webhookEvent, WebhookContext context)
    {
        public InboxDelivery Delivery => delivery;

        public WebhookEvent Event => webhookEvent;

        public WebhookContext Context => context;

        public int Calls { get; set; }

        public string? Error { get; set; }

        public Task? LeftBehind { get; set; }
    }
}
