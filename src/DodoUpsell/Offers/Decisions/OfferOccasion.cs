namespace DodoUpsell.Offers;

/// <summary>For whom, where and after what an offer is looked for, and the rules that are tried.</summary>
internal sealed record OfferOccasion
{
    public required OfferSubject Subject { get; init; }

    /// <summary>Gets the customer who is charged for a cart.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets the placement, or null to explain every rule at its own.</summary>
    public required string? Placement { get; init; }

    /// <summary>Gets the slot that the offer fills, or null to explain only.</summary>
    public string? Slot { get; init; }

    public ReadPurchase? Purchase { get; init; }

    /// <summary>Gets the offer that was declined, or null if the offer is not a downsell.</summary>
    public OfferRecord? Declined { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required OfferCatalogue Catalogue { get; init; }

    /// <summary>Gets the rules in the order in which they are tried.</summary>
    public required IReadOnlyList<OfferRule> Rules { get; init; }

    /// <summary>Gets whether facts are also read if they cannot change the decision, so that every reason is found.</summary>
    public bool IsExplained { get; init; }

    /// <summary>Gets the facts that are known without reading anything.</summary>
    public OfferFacts Start =>
        new()
        {
            Now = Now,
            Placement = Placement,
            IsDownsell = Declined is not null,
            Purchase = Purchase?.Facts,
            Owned = (Purchase?.Facts.ProductIds ?? []).ToHashSet(StringComparer.Ordinal),
            Subscriptions = SubjectFacts.LiveOf(Purchase?.Subscriptions ?? []),
            Address = Purchase?.Payment.Billing,
            Known = Purchase switch
            {
                null => OfferFact.None,
                { HasCart: true } => OfferFact.PurchaseProducts | OfferFact.Address,
                _ => OfferFact.Address,
            },
        };

    /// <summary>Returns the name of the type only, because the occasion contains personal data.</summary>
    public override string ToString() => nameof(OfferOccasion);
}
