using System.Diagnostics;
using DodoUpsell.Diagnostics;
using DodoUpsell.Http;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Webhooks;

/// <summary>
/// The handling of webhook deliveries: each is passed to its handlers with the newest object of its subject.
/// </summary>
internal sealed class WebhookWork(
    Func<DodoUpsellOptions> options,
    IWebhookInboxStore store,
    TimeProvider time,
    DelegateHandlers delegates,
    ServiceHandlers? services,
    ILogger log
) : InboxWork<InboxDelivery>
{
    public override DodoUpsellOptions Options => options();

    public override Task<IReadOnlyList<InboxDelivery>> LeaseDueAsync(
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken
    ) => store.LeaseDueAsync(now, until, maxCount, cancellationToken);

    public override async Task<IReadOnlyList<InboxDelivery>> RecordAndLeaseAsync(
        IReadOnlyList<HandledItem<InboxDelivery>> handled,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var turn =
            handled.Count == 0
                ? null
                : await TryCompleteAndLeaseAsync(handled, now, until, maxCount).ConfigureAwait(false);
        if (turn is null)
            return await base.RecordAndLeaseAsync(handled, now, until, maxCount, cancellationToken)
                .ConfigureAwait(false);
        foreach (var one in handled)
            one.Set(turn.CompletedIds.Contains(one.Item.Id, StringComparer.Ordinal));
        return turn.Leased;
    }

    public override Task<bool> ExtendAsync(
        InboxDelivery item,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) => store.ExtendAsync(item.Id, Token(item), until, cancellationToken);

    public override Task<bool> CompleteAsync(InboxDelivery item, DateTimeOffset now) =>
        store.CompleteAsync(item.Id, Token(item), now, CancellationToken.None);

    public override Task<bool> RetryAsync(InboxDelivery item, DateTimeOffset dueAt, string failure) =>
        store.RetryAsync(item.Id, Token(item), dueAt, failure, CancellationToken.None);

    public override Task<bool> ParkAsync(InboxDelivery item, DateTimeOffset now, string failure) =>
        store.ParkAsync(item.Id, Token(item), now, failure, CancellationToken.None);

    public override Task<bool> ReleaseAsync(InboxDelivery item) =>
        store.ReleaseAsync(item.Id, Token(item), CancellationToken.None);

    public override Task<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        store.FindNextDueAsync(now, cancellationToken);

    public override async Task<int> PruneAsync(CancellationToken cancellationToken)
    {
        var (completedBefore, parkedBefore) = Retention.Limits(Options.Webhooks, time);
        var pruned = await store.PruneAsync(completedBefore, parkedBefore, cancellationToken).ConfigureAwait(false);
        if (pruned > 0)
            Log.DeliveriesPruned(log, pruned);
        return pruned;
    }

    public override int AttemptOf(InboxDelivery item) => item.Attempts;

    // A trace of its own, linked to the request that brought the delivery: it may run much later, and several times.
    public override Activity? StartSpan(InboxDelivery item)
    {
        var received = ActivityContext.TryParse(item.TraceParent, null, isRemote: true, out var context);
        var span = Telemetry.Source.StartActivity(
            TelemetryNames.WebhookSpan,
            ActivityKind.Consumer,
            default(ActivityContext),
            links: received ? [new ActivityLink(context)] : null
        );
        span?.SetTag(TelemetryNames.WebhookId, item.Id);
        span?.SetTag(TelemetryNames.EventType, WebhookMetrics.TypeOf(item));
        span?.SetTag(TelemetryNames.Attempts, item.Attempts);
        return span;
    }

    public override async Task<HandlerSet> OpenAsync(InboxDelivery item, CancellationToken cancellationToken)
    {
        if (await ReadAsync(item, cancellationToken).ConfigureAwait(false) is not var (webhookEvent, isReplaced))
            return new HandlerSet([]);
        var context = new WebhookContext
        {
            WebhookId = item.Id,
            Attempt = item.Attempts,
            ReceivedAt = item.ReceivedAt,
            IsStateReplaced = isReplaced,
        };
        var given = delegates.For(webhookEvent, context);
        return services is null
            ? new HandlerSet([.. given])
            : await services.OpenAsync(webhookEvent, context, given).ConfigureAwait(false);
    }

    public override void Failed(InboxDelivery item, string handler, Exception failure) =>
        Log.HandlerFailed(log, failure, handler, TypeOf(item), item.Attempts);

    public override void Parked(InboxDelivery item, string failure) =>
        Log.DeliveryParked(log, item.Id, TypeOf(item), item.Attempts, failure);

    public override void Ended(InboxDelivery item, InboxResult result, DateTimeOffset now)
    {
        if (result == InboxResult.Lost)
            Log.LeaseLost(log, item.Id, TypeOf(item));
        WebhookMetrics.Handled(item, result, now);
    }

    public override void NotRecorded(Exception failure) => Log.OutcomeNotRecorded(log, failure);

    public override void StoreFailed(Exception failure, TimeSpan retryIn) =>
        Log.InboxStoreFailed(log, failure, retryIn.TotalSeconds);

    private async Task<WebhookInboxTurn?> TryCompleteAndLeaseAsync(
        IReadOnlyList<HandledItem<InboxDelivery>> handled,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount
    )
    {
        try
        {
            // What was handled must be recorded even if the app is stopping.
            return await store
                .CompleteAndLeaseAsync(
                    [.. handled.Select(one => one.Item)],
                    now,
                    until,
                    maxCount,
                    CancellationToken.None
                )
                .ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // A lease that fails must not prevent that the handled deliveries are recorded.
            StoreFailed(Showable(e), TimeSpan.Zero);
            return null;
        }
    }

    /// <summary>
    /// Returns the event with the object of the newest recorded delivery about its subject, or null if that object was
    /// erased: then nothing is handled, because handlers must not receive an older one.
    /// </summary>
    private async Task<(WebhookEvent WebhookEvent, bool IsReplaced)?> ReadAsync(
        InboxDelivery delivery,
        CancellationToken stopping
    )
    {
        if (delivery.IsErased)
            return null;
        var webhookEvent = WebhookEvent.Parse(delivery.Body);
        if (delivery.Subject.Length == 0 || delivery.IsNewest)
            return (webhookEvent, false);
        var newest = await store.FindNewestAsync(delivery.Subject, stopping).ConfigureAwait(false);
        if (newest is null || newest.CompareFreshness(delivery) <= 0)
            return (webhookEvent, false);
        if (newest.IsErased)
            return null;
        return webhookEvent.WithDataOf(WebhookEvent.Parse(newest.Body)) is { } replaced
            ? (replaced, true)
            : (webhookEvent, false);
    }

    // An unknown type can be any text. It is logged only if it looks like an event type.
    private string TypeOf(InboxDelivery item)
    {
        if (WebhookEventType.TryParse(item.Type, null, out var type) && type.IsKnown)
            return item.Type;
        return item.Type.All(c => char.IsAsciiLetterLower(c) || c is '.' or '_')
            ? Redactor.Clean(item.Type, SecretTexts.Of(Options))
            : "of an unknown type";
    }

    private static Guid Token(InboxDelivery delivery) => delivery.LeaseToken!.Value;
}
