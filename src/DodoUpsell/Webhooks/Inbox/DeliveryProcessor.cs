using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Webhooks;

/// <summary>Makes one attempt at a leased delivery and records how it ended.</summary>
internal sealed class DeliveryProcessor(IWebhookInboxStore store, DeliveryHandling handling, RetryPlan plan, TimeProvider time, ILogger log)
{
    private const string NeverEnded = "The last attempt did not end: its process stopped or hung.";

    public async Task<WebhookResult> ProcessAsync(InboxDelivery delivery, CancellationToken stopping)
    {
        var result = await AttemptAsync(delivery, stopping).ConfigureAwait(false);
        if (result == WebhookResult.Lost) Log.LeaseLost(log, delivery.Id, delivery.Type);
        WebhookMetrics.Handled(delivery, result, time.GetUtcNow());
        return result;
    }

    private async Task<WebhookResult> AttemptAsync(InboxDelivery delivery, CancellationToken stopping)
    {
        if (plan.IsBeyondLast(delivery.Attempts)) return await ParkAsync(delivery, NeverEnded).ConfigureAwait(false);
        string? error;
        try
        {
            error = await handling.HandleAsync(delivery, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Not the delivery's fault; and recording it must not be cancelled as well.
            return Result(await store.ReleaseAsync(delivery.Id, Token(delivery), CancellationToken.None).ConfigureAwait(false), WebhookResult.Released);
        }
        catch (LeaseLostException)
        {
            return WebhookResult.Lost;
        }
        catch (Exception e)
        {
            // A handler that cannot be made, or a store that fails: an attempt that failed like any other.
            error = HandlerRun.Describe("Inbox", e);
            Log.HandlerFailed(log, e, "Inbox", delivery.Type, delivery.Attempts);
        }

        if (error is null) return Result(await store.CompleteAsync(delivery.Id, Token(delivery), time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false), WebhookResult.Completed);
        if (plan.DelayAfter(delivery.Attempts) is not { } delay) return await ParkAsync(delivery, error).ConfigureAwait(false);
        return Result(await store.RetryAsync(delivery.Id, Token(delivery), time.GetUtcNow() + delay, error, CancellationToken.None).ConfigureAwait(false), WebhookResult.Retrying);
    }

    private async Task<WebhookResult> ParkAsync(InboxDelivery delivery, string error)
    {
        if (!await store.ParkAsync(delivery.Id, Token(delivery), time.GetUtcNow(), error, CancellationToken.None).ConfigureAwait(false)) return WebhookResult.Lost;
        Log.DeliveryParked(log, delivery.Id, delivery.Type, delivery.Attempts, error);
        return WebhookResult.Parked;
    }

    private static Guid Token(InboxDelivery delivery) => delivery.LeaseToken!.Value;

    private static WebhookResult Result(bool recorded, WebhookResult result) => recorded ? result : WebhookResult.Lost;
}
