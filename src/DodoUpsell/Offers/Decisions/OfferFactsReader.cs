using DodoUpsell.Charging;

namespace DodoUpsell.Offers;

/// <summary>
/// Gathers the facts of a subject, as far as the rules need them that can still apply. Reads that do not depend on each
/// other run at the same time.
/// </summary>
internal sealed class OfferFactsReader(OfferEngine engine)
{
    private readonly PaidProducts _paid = new(engine);
    private readonly PurchaseReader _purchases = new(engine);

    /// <summary>Returns the facts, or why the purchase is none.</summary>
    /// <exception cref="DodoException">The payments could not be read. Every rule needs them.</exception>
    public async Task<(OfferFacts Facts, NoOfferReason? WhyNot)> ReadAsync(
        OfferOccasion occasion,
        OfferMemories memories,
        CancellationToken cancellationToken
    )
    {
        var facts = occasion.Start with { Memory = memories.Memory, Paused = memories.PausedAt(occasion.Now) };
        var needs = OfferNeeds.Of(occasion, facts);
        if (needs.IsEmpty)
            return (facts, null);

        var lists = await OfferLists.ReadAsync(engine, occasion, needs, cancellationToken).ConfigureAwait(false);
        var history = new PaymentHistory(lists.Payments, occasion.Purchase?.Payment);
        if (occasion.Declined is null && history.IsRenewal)
            return (facts, NoOfferReason.Renewal);
        facts = facts.WithPayments(history, engine.Charges.Times) with { Audiences = lists.Audiences };
        if (occasion.Purchase is { HasCart: false })
            facts = facts.WithLines(lists.Lines);
        if (needs.Has(OfferFact.Subscriptions))
            facts = facts.WithSubscriptions(lists.Subscriptions);
        if (needs.Has(OfferFact.Refunds))
            facts = facts.WithRefunds(lists.Refunds, history);

        var more = OfferNeeds.Of(occasion, facts);
        return more.IsEmpty
            ? (facts, null)
            : (
                await ReadMoreAsync(occasion, facts, more, history, lists, cancellationToken).ConfigureAwait(false),
                null
            );
    }

    // What lists do not contain: the products of payments, the times of disputes, add-ons, and what is not listed yet.
    private async Task<OfferFacts> ReadMoreAsync(
        OfferOccasion occasion,
        OfferFacts facts,
        OfferNeeds needs,
        PaymentHistory history,
        OfferLists lists,
        CancellationToken cancellationToken
    )
    {
        var times = engine.Charges.Times;
        var needsAddress = needs.Has(OfferFact.Address) && occasion.Purchase is null;
        using var reads = new ParallelReads(cancellationToken);
        var paid = needs.Has(OfferFact.Owned)
            ? history.Carts.Select(row => reads.Start(stop => _paid.OfAsync(row, stop))).ToList()
            : null;
        var disputed = needs.Has(OfferFact.Disputes)
            ? history.Disputed.Select(row => reads.Start(stop => PaymentAsync(row, OfferFact.Disputes, stop))).ToList()
            : null;
        var last =
            needsAddress && history.LastPaid is { } row
                ? reads.Start(stop => PaymentAsync(row, OfferFact.Address, stop))
                : null;
        var subscriptions = (needs.Has(OfferFact.Subscriptions) ? facts.Unlisted(times) : [])
            .Union(needs.AddonsOf, StringComparer.Ordinal)
            .Select(id => reads.Start(stop => SubscriptionAsync(id, stop)))
            .ToList();
        await reads.CompleteAsync().ConfigureAwait(false);

        facts = facts.WithSubscriptions(await Task.WhenAll(subscriptions).ConfigureAwait(false));
        if (paid is not null)
        {
            var products = await Task.WhenAll(paid).ConfigureAwait(false);
            facts = facts.WithOwned(products, lists.Subscriptions, history, times);
        }

        if (disputed is not null)
        {
            var payments = await Task.WhenAll(disputed).ConfigureAwait(false);
            facts = facts.WithDisputes(payments, occasion.Purchase?.Payment.Disputes ?? []);
        }

        if (!needsAddress)
            return facts;
        var payment = last is null ? null : await last.ConfigureAwait(false);
        return facts.With(OfferFact.Address, isKnown: last is null || payment is not null) with
        {
            Address = payment?.Billing,
        };
    }

    private Task<Payment?> PaymentAsync(PaymentListItem row, OfferFact fact, CancellationToken cancellationToken) =>
        FactReads.TryAsync(engine.Log, fact, () => engine.Dodo.Payments.GetAsync(row.PaymentId, cancellationToken));

    private Task<Subscription?> SubscriptionAsync(string id, CancellationToken cancellationToken) =>
        FactReads.TryAsync(
            engine.Log,
            OfferFact.Subscriptions,
            () => _purchases.FindSubscriptionAsync(id, cancellationToken)
        );
}
