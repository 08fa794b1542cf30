using System.Collections.Concurrent;
using DodoUpsell.Charging;

namespace DodoUpsell.Offers;

/// <summary>
/// Reads which products were bought with payments. Lists do not contain them, so each payment is read once and
/// remembered: what was bought with a payment never changes.
/// </summary>
internal sealed class PaidProducts(OfferEngine engine, int capacity = 10_000)
{
    private ConcurrentDictionary<string, IReadOnlyList<string>> _recent = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, IReadOnlyList<string>> _older = new(StringComparer.Ordinal);

    /// <summary>Returns the ids of the products of a payment, or null if they could not be read.</summary>
    public async Task<IReadOnlyList<string>?> OfAsync(PaymentListItem payment, CancellationToken cancellationToken)
    {
        if (Find(payment.PaymentId) is { } known)
            return known;
        var stored = await engine
            .Store.FindMoneyAsync(engine.Environment, payment.PaymentId, cancellationToken)
            .ConfigureAwait(false);
        var products = stored is { ProductIds.Count: > 0 }
            ? stored.ProductIds
            : await FactReads
                .TryAsync(engine.Log, OfferFact.Owned, () => ReadAsync(payment, cancellationToken))
                .ConfigureAwait(false);
        if (products is { } read)
            Remember(payment.PaymentId, read);
        return products;
    }

    private async Task<IReadOnlyList<string>?> ReadAsync(PaymentListItem payment, CancellationToken cancellationToken)
    {
        // A payment of a subscription has no cart. Its lines contain the one-time products that were in it.
        if (PaymentHistory.SubscriptionsOf(payment).Count > 0)
        {
            var lines = await engine
                .Dodo.Payments.ListLineItemsAsync(payment.PaymentId, cancellationToken)
                .ConfigureAwait(false);
            return [.. lines.Items.Select(line => line.ItemsId)];
        }

        var full = await engine.Dodo.Payments.GetAsync(payment.PaymentId, cancellationToken).ConfigureAwait(false);
        return full.IsUpdatePaymentMethod ? [] : full.ProductCart?.Select(item => item.ProductId).ToList();
    }

    private IReadOnlyList<string>? Find(string paymentId)
    {
        if (_recent.TryGetValue(paymentId, out var products))
            return products;
        if (!_older.TryGetValue(paymentId, out products))
            return null;
        Remember(paymentId, products);
        return products;
    }

    // Two generations: what was not used for a whole generation is forgotten with it.
    private void Remember(string paymentId, IReadOnlyList<string> products)
    {
        if (_recent.Count >= capacity / 2)
        {
            _older = _recent;
            _recent = new(StringComparer.Ordinal);
        }

        _recent[paymentId] = products;
    }
}
