using DodoUpsell.Charging;

namespace DodoUpsell.Offers.Revenue;

/// <summary>
/// Records the money that reports need: what offers brought, the renewals of what they started, and every payment of a
/// subject that takes part in an experiment. Repeated and reordered facts are recorded once.
/// </summary>
internal sealed class OfferMoneyRecorder(OfferEngine engine)
{
    private IOfferStore Store => engine.Store;

    /// <summary>Records a payment, if it matters for offers.</summary>
    /// <returns>The recorded movement, or null if the payment does not matter.</returns>
    public async Task<OfferMoney?> RecordAsync(Payment payment, CancellationToken cancellationToken)
    {
        if (
            payment.Customer?.CustomerId is not { Length: > 0 } customerId
            || PaymentVerdicts.Of(payment) is not (PaymentVerdict.Succeeded or PaymentVerdict.Refunded)
        )
            return null;
        var subject = await Store
            .FindSubjectAsync(engine.Environment, SubjectIds.OfCustomer(customerId), cancellationToken)
            .ConfigureAwait(false);
        var (offer, isRenewal) = await OfferOfAsync(payment, cancellationToken).ConfigureAwait(false);
        if (offer is null && !await TakesPartAsync(subject.Id, cancellationToken).ConfigureAwait(false))
            return null;
        var money = new OfferMoney
        {
            Environment = engine.Environment,
            SourceId = payment.PaymentId,
            Kind = OfferMoneyKind.Payment,
            PaymentId = payment.PaymentId,

            // An offer belongs to the subject that accepted it, also if its customer was linked to a user since.
            SubjectId = offer?.SubjectId ?? subject.Id,
            Amount = payment.Total,
            OccurredAt = payment.CreatedAt,
            OfferId = offer?.Id,
            IsRenewal = isRenewal,
            ProductIds = await ProductsAsync(payment, offer, isRenewal, cancellationToken).ConfigureAwait(false),
        };
        await Store.AddMoneyAsync(money, cancellationToken).ConfigureAwait(false);
        return money;
    }

    /// <summary>Records a refund or a dispute of a payment that matters for offers.</summary>
    /// <param name="paymentId">The id of the payment.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="sourceId">The id under which it is recorded once.</param>
    /// <param name="amount">The amount, or null for that of the payment.</param>
    /// <param name="occurredAt">The time.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The payment, or null if it does not matter.</returns>
    public async Task<OfferMoney?> RecordAsync(
        string paymentId,
        OfferMoneyKind kind,
        string sourceId,
        Money? amount,
        DateTimeOffset occurredAt,
        CancellationToken cancellationToken
    )
    {
        var payment =
            await Store.FindMoneyAsync(engine.Environment, paymentId, cancellationToken).ConfigureAwait(false)
            ?? await ReadAsync(paymentId, cancellationToken).ConfigureAwait(false);
        if (payment is null)
            return null;
        await Store
            .AddMoneyAsync(
                new OfferMoney
                {
                    Environment = engine.Environment,
                    SourceId = sourceId,
                    Kind = kind,
                    PaymentId = paymentId,
                    SubjectId = payment.SubjectId,
                    Amount = amount ?? payment.Amount,
                    OccurredAt = occurredAt,
                    OfferId = payment.OfferId,
                    IsRenewal = payment.IsRenewal,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return payment;
    }

    // A refund may arrive before its payment.
    private async Task<OfferMoney?> ReadAsync(string paymentId, CancellationToken cancellationToken) =>
        await RecordAsync(
                await engine.Dodo.Payments.GetAsync(paymentId, cancellationToken).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);

    // Renewals carry the metadata of the purchase that started the subscription. A charge of our own that belongs to no
    // offer, such as a plan change by the app, is neither a renewal nor the offer's.
    private async Task<(OfferRecord? Offer, bool IsRenewal)> OfferOfAsync(
        Payment payment,
        CancellationToken cancellationToken
    )
    {
        if (payment.Charge is { } reference)
        {
            var charge = await engine.Charges.Recorder.FindAsync(reference, cancellationToken).ConfigureAwait(false);
            if (charge is not null && !IsRenewalOf(charge, payment))
            {
                return OfferSettler.OfferIdOf(charge.Key) is { } offerId
                    ? (
                        await Store.FindAsync(engine.Environment, offerId, cancellationToken).ConfigureAwait(false),
                        false
                    )
                    : (null, false);
            }
        }

        foreach (var subscriptionId in payment.Subscriptions())
        {
            var offer = await Store
                .FindBySubscriptionAsync(engine.Environment, subscriptionId, cancellationToken)
                .ConfigureAwait(false);
            if (offer is { AcceptedAt: { } acceptedAt } && payment.CreatedAt > acceptedAt)
                return (offer, true);
        }

        return (null, false);
    }

    private static bool IsRenewalOf(ChargeRecord charge, Payment payment) =>
        charge.PaymentId is not null
        && !string.Equals(charge.PaymentId, payment.PaymentId, StringComparison.Ordinal)
        && payment
            .Subscriptions()
            .Any(id =>
                charge.SubscriptionIds.Contains(id, StringComparer.Ordinal)
                || string.Equals(charge.SubscriptionId, id, StringComparison.Ordinal)
            );

    private async Task<bool> TakesPartAsync(string subjectId, CancellationToken cancellationToken) =>
        engine.Catalogue.Rules.Any(rule => rule.Experiment is not null)
        && (
            await Store.ListAssignmentsAsync(engine.Environment, subjectId, cancellationToken).ConfigureAwait(false)
        ).Count > 0;

    private async Task<IReadOnlyList<string>> ProductsAsync(
        Payment payment,
        OfferRecord? offer,
        bool isRenewal,
        CancellationToken cancellationToken
    )
    {
        if (isRenewal)
            return [];
        if (offer is not null)
            return OfferTerms.Parse(offer.Terms).ProductIds;
        if (payment.ProductCart is { Count: > 0 } cart)
            return [.. cart.Select(item => item.ProductId).Distinct(StringComparer.Ordinal)];

        // The payment of a subscription does not name its product.
        var products = new List<string>();
        foreach (var subscriptionId in payment.Subscriptions())
        {
            var subscription = await engine
                .Dodo.Subscriptions.GetAsync(subscriptionId, cancellationToken)
                .ConfigureAwait(false);
            products.Add(subscription.ProductId);
        }

        return products;
    }
}
