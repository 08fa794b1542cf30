using System.Diagnostics;
using DodoUpsell.Diagnostics;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Charging.Settlements;

/// <summary>Adapts the settlements of one environment to the delivery pump.</summary>
internal sealed class SettlementWork(
    Func<DodoUpsellOptions> options,
    Func<DodoEnvironment> environment,
    IChargeSettlementStore store,
    SettlementHandlers handlers,
    TimeProvider time,
    ILogger log
) : InboxWork<SettlementDelivery>
{
    public override DodoUpsellOptions Options => options();

    public override Task<IReadOnlyList<SettlementDelivery>> LeaseDueAsync(
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken
    ) => store.LeaseDueAsync(environment(), now, until, maxCount, cancellationToken);

    public override Task<bool> ExtendAsync(
        SettlementDelivery item,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) => store.ExtendAsync(In(item), Id(item), Token(item), until, cancellationToken);

    public override Task<bool> CompleteAsync(SettlementDelivery item, DateTimeOffset now) =>
        store.CompleteAsync(In(item), Id(item), Token(item), now, CancellationToken.None);

    public override Task<bool> RetryAsync(SettlementDelivery item, DateTimeOffset dueAt, string failure) =>
        store.RetryAsync(In(item), Id(item), Token(item), dueAt, failure, CancellationToken.None);

    public override Task<bool> ParkAsync(SettlementDelivery item, DateTimeOffset now, string failure) =>
        store.ParkAsync(In(item), Id(item), Token(item), now, failure, CancellationToken.None);

    public override Task<bool> ReleaseAsync(SettlementDelivery item) =>
        store.ReleaseAsync(In(item), Id(item), Token(item), CancellationToken.None);

    public override Task<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        store.FindNextDueAsync(environment(), now, cancellationToken);

    public override async Task<int> PruneAsync(CancellationToken cancellationToken)
    {
        var (completedBefore, parkedBefore) = Retention.Limits(Options.Webhooks, time);
        var pruned = await store
            .PruneAsync(environment(), completedBefore, parkedBefore, cancellationToken)
            .ConfigureAwait(false);
        if (pruned > 0)
            Log.SettlementsPruned(log, pruned);
        return pruned;
    }

    public override int AttemptOf(SettlementDelivery item) => item.Attempts;

    // It continues the trace in which the settlement was noticed: a charge, a webhook or the reconciler.
    public override Activity? StartSpan(SettlementDelivery item)
    {
        _ = ActivityContext.TryParse(item.Settlement.TraceParent, null, isRemote: true, out var noticed);
        var span = Telemetry.Source.StartActivity(TelemetryNames.SettlementSpan, ActivityKind.Consumer, noticed);
        span?.SetTag(TelemetryNames.SettlementId, Id(item));
        span?.SetTag(TelemetryNames.SettlementKind, item.Settlement.Kind.ToString());
        span?.SetTag(TelemetryNames.Flow, item.Settlement.Charge.Flow);
        span?.SetTag(TelemetryNames.ChargeKey, Key(item));
        span?.SetTag(TelemetryNames.PaymentId, item.Settlement.Charge.PaymentId);
        span?.SetTag(TelemetryNames.Attempts, item.Attempts);
        return span;
    }

    public override Task<HandlerSet> OpenAsync(SettlementDelivery item, CancellationToken cancellationToken) =>
        handlers.OpenAsync(
            item.Settlement,
            new SettlementContext
            {
                Attempt = item.Attempts,
                IsLastAttempt = item.Attempts > Options.Webhooks.RetryDelays.Count,
            }
        );

    public override void Failed(SettlementDelivery item, string handler, Exception failure) =>
        Log.SettlementHandlerFailed(
            log,
            failure,
            handler,
            item.Settlement.Kind,
            Key(item),
            item.Settlement.Charge.PaymentId,
            item.Attempts
        );

    public override void Parked(SettlementDelivery item, string failure) =>
        Log.SettlementParked(
            log,
            Id(item),
            item.Settlement.Kind,
            Key(item),
            item.Settlement.Charge.PaymentId,
            item.Attempts,
            failure
        );

    public override void Ended(SettlementDelivery item, InboxResult result, DateTimeOffset now)
    {
        if (result == InboxResult.Completed)
            Log.SettlementTold(log, item.Settlement.Kind, Key(item), item.Settlement.Charge.PaymentId, item.Attempts);
        if (result == InboxResult.Lost)
            Log.SettlementLeaseLost(log, Key(item), item.Settlement.Charge.PaymentId);
        SettlementMetrics.Handled(item, result, now);
    }

    public override void NotRecorded(Exception failure) => Log.SettlementOutcomeNotRecorded(log, failure);

    public override void StoreFailed(Exception failure, TimeSpan retryIn) =>
        Log.SettlementStoreFailed(log, failure, retryIn.TotalSeconds);

    private static DodoEnvironment In(SettlementDelivery item) => item.Settlement.Charge.Environment;

    private static string Id(SettlementDelivery item) => item.Settlement.Id;

    private static string Key(SettlementDelivery item) => item.Settlement.Charge.Key.Value;

    private static Guid Token(SettlementDelivery item) => item.LeaseToken!.Value;
}
