using System.Net;
using DodoUpsell.Charging;

namespace DodoUpsell.Offers;

/// <summary>A purchase with the subscriptions that it started.</summary>
internal sealed record ReadPurchase(Payment Payment, IReadOnlyList<Subscription> Subscriptions)
{
    /// <summary>
    /// Gets whether the payment contains its products. Payments of subscriptions do not: their one-time products are
    /// only in their lines.
    /// </summary>
    public bool HasCart => Subscriptions.Count == 0;

    public PurchaseFacts Facts { get; } =
        new()
        {
            At = Payment.CreatedAt,
            ProductIds =
            [
                .. (Payment.ProductCart ?? [])
                    .Select(item => item.ProductId)
                    .Concat(Subscriptions.Select(one => one.ProductId))
                    .Distinct(StringComparer.Ordinal),
            ],
            Amount = Payment.Currency.Value.Length > 0 ? Payment.Total : null,
            Codes = [.. (Payment.Discounts ?? []).Select(discount => discount.Code.Trim())],
        };

    /// <summary>Returns the name of the type only, because a payment contains personal data.</summary>
    public override string ToString() => nameof(ReadPurchase);
}

/// <summary>Reads a payment and what was bought with it.</summary>
internal sealed class PurchaseReader(OfferEngine engine)
{
    /// <summary>Returns the payment, or null if there is none.</summary>
    public async Task<Payment?> FindAsync(string paymentId, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.Dodo.Payments.GetAsync(paymentId, cancellationToken).ConfigureAwait(false);
        }
        catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Returns what was bought, or why that is no purchase.</summary>
    /// <param name="payment">The paid payment.</param>
    /// <param name="isVerified">Whether it is known to be a purchase, so that its times do not matter.</param>
    /// <param name="cancellationToken">A token to cancel the reads.</param>
    public async Task<(ReadPurchase? Purchase, NoOfferReason? WhyNot)> ReadAsync(
        Payment payment,
        bool isVerified,
        CancellationToken cancellationToken
    )
    {
        var ids = payment.Subscriptions();
        if (ids.Count == 0 && payment.ProductCart is not { Count: > 0 })
            return (null, NoOfferReason.PurchaseUnclear);
        using var reads = new ParallelReads(cancellationToken);
        var started = ids.Select(id => reads.Start(stop => FindSubscriptionAsync(id, stop))).ToList();
        await reads.CompleteAsync().ConfigureAwait(false);
        var subscriptions = new List<Subscription>();
        foreach (var subscription in await Task.WhenAll(started).ConfigureAwait(false))
        {
            if (subscription is null)
                return (null, NoOfferReason.PurchaseUnclear);
            if (!isVerified && PurchaseCheck.Of(payment, subscription) is { } whyNot)
                return (null, whyNot);
            subscriptions.Add(subscription);
        }

        return (new(payment, subscriptions), null);
    }

    public async Task<Subscription?> FindSubscriptionAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.Dodo.Subscriptions.GetAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
