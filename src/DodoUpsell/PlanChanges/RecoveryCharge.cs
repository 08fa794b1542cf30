using System.Net;
using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// Pays the outstanding amount of a subscription on hold by giving it another payment method. The request has no
/// metadata, so its payment is identified by comparison with earlier payments.
/// </summary>
internal sealed class RecoveryCharge(
    IDodoClient dodo,
    TimeProvider clock,
    SubscriptionLocks locks,
    RecoverRequest request
) : ChargeIntent
{
    private static readonly TimeSpan Uncertainty = TimeSpan.FromSeconds(5);

    public override string? SubscriptionId => request.SubscriptionId;

    private static Preparation UnderWay =>
        new Preparation.Refuse(
            new ChargeRefusal(
                ChargeRefusalReason.PaymentUnderWay,
                default,
                "Another payment or change of this subscription is under way. Wait for its outcome before you "
                    + "charge it again."
            )
        );

    public override async Task<Preparation> PrepareAsync(CancellationToken cancellationToken)
    {
        if (await locks.TryEnterAsync(Key, request.SubscriptionId, cancellationToken).ConfigureAwait(false) is null)
            return UnderWay;

        Subscription subscription;
        try
        {
            subscription = await dodo
                .Subscriptions.GetAsync(request.SubscriptionId, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return new Preparation.Refuse(
                new ChargeRefusal(ChargeRefusalReason.UnknownSubscription, e.Code, e.Message)
            );
        }

        if (!RecoveryReader.IsOwing(subscription))
        {
            return new Preparation.Refuse(
                new ChargeRefusal(
                    ChargeRefusalReason.NothingOwed,
                    default,
                    $"The subscription is {subscription.Status}, so there is no outstanding payment. To move an active "
                        + $"one to another method, use "
                        + $"{nameof(ISubscriptionsClient)}.{nameof(ISubscriptionsClient.UpdatePaymentMethodAsync)}."
                )
            );
        }

        using var reads = new ParallelReads(cancellationToken);
        var underWay = reads.Start(IsPaymentUnderWayAsync);
        var before = reads.Start(ListRecentAsync);
        await reads.CompleteAsync().ConfigureAwait(false);
        if (await underWay.ConfigureAwait(false))
            return UnderWay;
        return new Preparation.Ready(
            (request.PaymentMethod as ExistingPaymentMethod)?.PaymentMethodId,
            new RecoveryDetails
            {
                PaymentsBefore = await before.ConfigureAwait(false),
                CreatedFrom = ApiTime(),
            }.ToJson()
        );
    }

    public override async Task<ChargeAnswer> SendAsync(string? paymentMethodId, Metadata tagged)
    {
        var result = await dodo
            .Subscriptions.UpdatePaymentMethodAsync(
                request.SubscriptionId,
                request.PaymentMethod,
                CancellationToken.None
            )
            .ConfigureAwait(false);
        return new(result.PaymentId, result.PaymentLink);
    }

    public override ChargeRecord Accepted(ChargeRecord record, ChargeAnswer answer) =>
        record with
        {
            Details = (RecoveryDetails.Of(record) with { NamedPaymentId = answer.PaymentId }).ToJson(),
        };

    // Payments have timestamps of the API's clock. The Date header gives that time to one second, plus the transit time
    // of the response. Without it, the clocks may differ by the configured maximum.
    private DateTimeOffset ApiTime()
    {
        var status = dodo.Clock;
        return clock.GetUtcNow()
            - (status?.Difference is { } ahead ? ahead + Uncertainty : status?.MaxDifference ?? TimeSpan.Zero);
    }

    // A direct debit that takes days may still pay the outstanding amount. One such payment is reason enough.
    private async Task<bool> IsPaymentUnderWayAsync(CancellationToken cancellationToken)
    {
        var list = List(PaymentStatus.Processing, createdFrom: null);
        await foreach (var _ in dodo.Payments.ListAsync(list, cancellationToken).ConfigureAwait(false))
            return true;
        return false;
    }

    private async Task<List<string>> ListRecentAsync(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var list = List(status: null, clock.GetUtcNow() - CartChargeReader.Earlier);
        await foreach (var payment in dodo.Payments.ListAsync(list, cancellationToken).ConfigureAwait(false))
            found.Add(payment.PaymentId);
        return found;
    }

    private ListPaymentsRequest List(PaymentStatus? status, DateTimeOffset? createdFrom) =>
        new()
        {
            SubscriptionId = request.SubscriptionId,
            Status = status,
            CreatedFrom = createdFrom,
            PageSize = 100,
        };
}
