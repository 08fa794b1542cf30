using DodoUpsell.Charging;

namespace DodoUpsell.Offers;

/// <summary>
/// Turns what was read into facts. What may not be listed yet counts by what is remembered of it, and an answer that
/// lacks a member is no answer.
/// </summary>
internal static class SubjectFacts
{
    public static OfferFacts With(this OfferFacts facts, OfferFact fact, bool isKnown) =>
        isKnown ? facts with { Known = facts.Known | fact } : facts with { Unknown = facts.Unknown | fact };

    public static OfferFacts WithPayments(this OfferFacts facts, PaymentHistory history, ChargeTimes times) =>
        facts.With(OfferFact.Payments, history.IsComplete) with
        {
            IsChargePending = history.IsPending(times, facts.Now),
            PreviousPurchases = history.PreviousPurchases(facts.Memory),
        };

    /// <summary>Adds the lines of a purchase that has no cart.</summary>
    public static OfferFacts WithLines(this OfferFacts facts, PaymentLineItems? lines)
    {
        if (lines is not { Items.Count: > 0 })
            return facts.With(OfferFact.PurchaseProducts | OfferFact.Owned, isKnown: false);
        var ids = lines.Items.Select(line => line.ItemsId).Union(facts.Purchase!.ProductIds, StringComparer.Ordinal);
        var purchase = facts.Purchase with { ProductIds = [.. ids] };
        return facts.With(OfferFact.PurchaseProducts, isKnown: true) with
        {
            Purchase = purchase,
            Owned = facts.Owned.Union(purchase.ProductIds, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal),
        };
    }

    public static OfferFacts WithRefunds(
        this OfferFacts facts,
        IReadOnlyList<RefundListItem>? refunds,
        PaymentHistory history
    ) =>
        refunds is null || refunds.Any(refund => refund.CreatedAt == default)
            ? facts.With(OfferFact.Refunds, isKnown: false)
            : facts.With(OfferFact.Refunds, isKnown: true) with
            {
                LastRefundAt = history.LastRefundAt(refunds, facts.Now),
            };

    /// <summary>Adds the subscriptions of lists, except those that are known in full.</summary>
    public static OfferFacts WithSubscriptions(this OfferFacts facts, IReadOnlyList<SubscriptionListItem>? rows)
    {
        if (rows is null)
            return facts.With(OfferFact.Subscriptions, isKnown: false);
        var listed = rows.Where(row => !facts.Subscriptions.Any(live => IsSame(live.Id, row.SubscriptionId)))
            .Where(row => !IsEnded(row.Status))
            .Select(Of);
        List<SubscriptionFacts> all = [.. facts.Subscriptions, .. listed];
        return facts.With(OfferFact.Subscriptions, all.TrueForAll(live => live.ProductId.Length > 0)) with
        {
            Subscriptions = all,
        };
    }

    /// <summary>Replaces what lists say about subscriptions by what was read of each.</summary>
    public static OfferFacts WithSubscriptions(this OfferFacts facts, IReadOnlyList<Subscription?> read)
    {
        if (read.Contains(null))
            facts = facts.With(OfferFact.Subscriptions, isKnown: false);
        var full = read.OfType<Subscription>().ToList();
        return facts with
        {
            Subscriptions =
            [
                .. facts.Subscriptions.Where(live => !full.Exists(one => IsSame(one.SubscriptionId, live.Id))),
                .. full.Where(one => !IsEnded(one.Status)).Select(Of),
            ],
        };
    }

    /// <summary>
    /// Returns the ids of subscriptions that accepted offers started or changed a short time ago: lists may not show it.
    /// </summary>
    public static IEnumerable<string> Unlisted(this OfferFacts facts, ChargeTimes times) =>
        facts
            .Memory.Accepted.Where(offer => IsRecent(offer, facts.Now, times))
            .Select(offer => offer.Record.SubscriptionId)
            .OfType<string>();

    /// <summary>Adds what was bought once. Products of which there are subscriptions are not among them.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="paid">The products of each payment, or null for those that could not be read.</param>
    /// <param name="subscriptions">The subscriptions, including ended ones.</param>
    /// <param name="history">The payments.</param>
    /// <param name="times">The times that lists may lag.</param>
    public static OfferFacts WithOwned(
        this OfferFacts facts,
        IReadOnlyList<IReadOnlyList<string>?> paid,
        IReadOnlyList<SubscriptionListItem>? subscriptions,
        PaymentHistory history,
        ChargeTimes times
    )
    {
        var owned = paid.SelectMany(products => products ?? [])
            .Concat(
                facts
                    .Memory.Accepted.Where(offer => offer.Terms is { IsRecurring: false, Quote: null })
                    .Where(offer => !history.IsRefunded(offer.Record.PaymentId))
                    .SelectMany(offer => offer.Terms.ProductIds)
            )
            .ToHashSet(StringComparer.Ordinal);
        owned.ExceptWith((subscriptions ?? []).Select(row => row.ProductId));
        owned.UnionWith(facts.Owned);

        // A subscription that is not known by its id yet.
        owned.UnionWith(
            facts
                .Memory.Accepted.Where(offer =>
                    offer.Record.SubscriptionId is null && IsRecent(offer, facts.Now, times)
                )
                .SelectMany(offer => offer.Terms.ProductIds)
        );
        return facts.With(OfferFact.Owned, !paid.Contains(null)) with { Owned = owned };
    }

    /// <summary>Adds the disputes of payments, or null for those that could not be read.</summary>
    public static OfferFacts WithDisputes(
        this OfferFacts facts,
        IReadOnlyList<Payment?> disputed,
        IReadOnlyList<Dispute> ofPurchase
    )
    {
        var disputes = disputed.SelectMany(payment => payment?.Disputes ?? []).Concat(ofPurchase).ToList();

        // The list says that there is a dispute. If the payment does not say which, it may be open.
        var isComplete =
            disputed.All(payment => payment is { Disputes.Count: > 0 })
            && disputes.TrueForAll(dispute => dispute.CreatedAt != default);
        return facts.With(OfferFact.Disputes, isComplete) with
        {
            HasOpenDispute = disputes.Exists(dispute => IsOpen(dispute.DisputeStatus)),
            LastDisputeAt = disputes.Select(dispute => (DateTimeOffset?)dispute.CreatedAt).Max(),
        };
    }

    /// <summary>Returns the live subscriptions of a purchase.</summary>
    public static IReadOnlyList<SubscriptionFacts> LiveOf(IEnumerable<Subscription> subscriptions) =>
        [.. subscriptions.Where(one => !IsEnded(one.Status)).Select(Of)];

    private static SubscriptionFacts Of(SubscriptionListItem row) =>
        new()
        {
            Id = row.SubscriptionId,
            CustomerId = row.Customer?.CustomerId ?? "",
            ProductId = row.ProductId,
            ScheduledProductId = row.ScheduledChange?.ProductId,
            Quantity = row.Quantity,
            IsChangeable = IsChangeable(row.Status, row.ScheduledChange, row.CancelAtNextBillingDate, row.OnDemand),
        };

    private static SubscriptionFacts Of(Subscription one) =>
        new()
        {
            Id = one.SubscriptionId,
            CustomerId = one.Customer?.CustomerId ?? "",
            ProductId = one.ProductId,
            ScheduledProductId = one.ScheduledChange?.ProductId,
            Quantity = one.Quantity,
            IsChangeable = IsChangeable(one.Status, one.ScheduledChange, one.CancelAtNextBillingDate, one.OnDemand),
            Addons = one.Addons,
        };

    private static bool IsChangeable(
        SubscriptionStatus status,
        ScheduledPlanChange? scheduled,
        bool isCancelled,
        bool isOnDemand
    ) => status == SubscriptionStatus.Active && scheduled is null && !isCancelled && !isOnDemand;

    // A status that this version does not know may be a live one.
    private static bool IsEnded(SubscriptionStatus status) =>
        status == SubscriptionStatus.Cancelled
        || status == SubscriptionStatus.Failed
        || status == SubscriptionStatus.Expired;

    private static bool IsOpen(DisputeStatus status) =>
        status == DisputeStatus.DisputeOpened || status == DisputeStatus.DisputeChallenged || !status.IsKnown;

    private static bool IsRecent(AcceptedOffer offer, DateTimeOffset now, ChargeTimes times) =>
        now - (offer.Record.EndedAt ?? offer.Record.AcceptedAt ?? offer.Record.MadeAt)
        < ChargeTimes.ListingLag + (2 * times.MaxClockSkew);

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
