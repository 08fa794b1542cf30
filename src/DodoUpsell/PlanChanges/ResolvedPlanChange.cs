namespace DodoUpsell.PlanChanges;

/// <summary>
/// A plan change request applied to a subscription: requested values change, everything else is carried over.
/// </summary>
internal sealed class ResolvedPlanChange
{
    public ResolvedPlanChange(PlanChangeRequest request, Subscription subscription)
    {
        (Request, Subscription) = (request, subscription);
        ProductId = request.ProductId ?? subscription.ProductId;
        Quantity = request.Quantity ?? Math.Max(1, subscription.Quantity);
        Addons = request.Addons.From(subscription.Addons);
        PresentCodes = (subscription.Discounts ?? [])
            .OrderBy(discount => discount.Position)
            .Select(discount => discount.Code)
            .Where(code => code.Length > 0)
            .ToList();
        Codes = request.Discounts.Choice switch
        {
            DiscountsChoice.Exactly => request.Discounts.Codes,
            DiscountsChoice.With => [.. PresentCodes, .. request.Discounts.Codes],
            _ => null,
        };
        Refusal = Find();
    }

    public PlanChangeRequest Request { get; }

    public Subscription Subscription { get; }

    public string ProductId { get; }

    public int Quantity { get; }

    public IReadOnlyList<AddonQuantity> Addons { get; }

    /// <summary>
    /// Gets the discount codes to request first, or null to let the API keep those that it preserves.
    /// </summary>
    public IReadOnlyList<string>? Codes { get; }

    public IReadOnlyList<string> PresentCodes { get; }

    public PlanChangeRefusal? Refusal { get; }

    public ProrationMode Mode =>
        Request.Mode ?? (Request.IsScheduled ? ProrationMode.FullImmediately : ProrationMode.DifferenceImmediately);

    public bool KeepsProduct => string.Equals(ProductId, Subscription.ProductId, StringComparison.Ordinal);

    public bool KeepsSeats => Quantity == Subscription.Quantity;

    public bool KeepsAddons => PlanParts.Same(Addons, AddonSelection.Keep.From(Subscription.Addons));

    private bool KeepsDiscounts => Codes is null || PlanParts.Same(Codes, PresentCodes);

    public ChangePlanRequest ToRequest(IReadOnlyList<string>? codes) =>
        new()
        {
            ProductId = ProductId,
            Quantity = Quantity,
            Addons = Addons,
            DiscountCodes = codes,
            ProrationBillingMode = Mode,
            EffectiveAt = Request.Timing,
            OnPaymentFailure = Request.OnPaymentFailure,
            AdaptiveCurrencyFeesInclusive = Request.AdaptiveCurrencyFeesInclusive,
            CancelScheduledChangePlan = Request.ReplaceScheduled ? true : null,
        };

    private PlanChangeRefusal? Find()
    {
        if (
            Request.Addons is { Choice: AddonsChoice.Without, Items: [{ AddonId: var dropped }] }
            && !Subscription.Addons.Any(addon => string.Equals(addon.AddonId, dropped, StringComparison.Ordinal))
        )
        {
            return PlanChangeRefusals.Ours(
                PlanChangeRefusalReason.WrongAddon,
                $"The subscription does not have the add-on {dropped}."
            );
        }

        if (KeepsProduct && KeepsSeats && KeepsAddons && KeepsDiscounts)
        {
            return PlanChangeRefusals.Ours(
                PlanChangeRefusalReason.NothingChanges,
                "The subscription already has this plan with these seats, add-ons and discounts."
            );
        }

        return Codes?.Count > Check.MaxDiscountCodes
            ? PlanChangeRefusals.Ours(
                PlanChangeRefusalReason.WrongDiscount,
                $"A subscription can have at most {Check.MaxDiscountCodes} discount codes."
            )
            : null;
    }
}
