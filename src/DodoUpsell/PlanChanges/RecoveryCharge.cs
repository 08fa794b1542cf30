using System.Net;
using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// Pays what a subscription on hold owes, by giving it another method. The request takes no metadata, so that its
/// payment is told from the ones before it.
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
        if (!await locks.TryEnterAsync(Key, request.SubscriptionId, cancellationToken).ConfigureAwait(false))
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
                    $"The subscription is {subscription.Status}, so that it owes nothing. To move an active one "
                        + $"to another method, use "
                        + $"{nameof(ISubscriptionsClient)}.{nameof(ISubscriptionsClient.UpdatePaymentMethodAsync)}."
                )
            );
        }

        // A debit that takes days may pay the dues.
        if (
            (
                await ListAsync(PaymentStatus.Processing, createdFrom: null, cancellationToken).ConfigureAwait(false)
            ).Count > 0
        )
            return UnderWay;
        var before = await ListAsync(status: null, clock.GetUtcNow() - CartChargeReader.Earlier, cancellationToken)
            .ConfigureAwait(false);
        return new Preparation.Ready(
            (request.PaymentMethod as ExistingPaymentMethod)?.PaymentMethodId,
            new RecoveryDetails { PaymentsBefore = before, CreatedFrom = ApiTime() }.ToJson()
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

    // Payments bear the API's time. The Date header tells it to a second, the answer's way included; without one,
    // clocks may differ by their limit.
    private DateTimeOffset ApiTime()
    {
        var status = dodo.Clock;
        return clock.GetUtcNow()
            - (status?.Difference is { } ahead ? ahead + Uncertainty : status?.MaxDifference ?? TimeSpan.Zero);
    }

    private async Task<List<string>> ListAsync(
        PaymentStatus? status,
        DateTimeOffset? createdFrom,
        CancellationToken cancellationToken
    )
    {
        var found = new List<string>();
        var list = new ListPaymentsRequest
        {
            SubscriptionId = request.SubscriptionId,
            Status = status,
            CreatedFrom = createdFrom,
            PageSize = 100,
        };
        await foreach (var payment in dodo.Payments.ListAsync(list, cancellationToken).ConfigureAwait(false))
            found.Add(payment.PaymentId);
        return found;
    }
}
