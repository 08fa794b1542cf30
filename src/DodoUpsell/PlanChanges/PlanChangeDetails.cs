using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// The data of a plan change that the ledger stores with the charge: how success is recognised, and what was quoted.
/// </summary>
internal sealed record PlanChangeDetails
{
    public required string ProductId { get; init; }

    public required int Quantity { get; init; }

    public IReadOnlyList<AddonQuantity> Addons { get; init; } = [];

    /// <summary>
    /// Gets the discount codes that distinguish the new state from the old one, or null if the product, seats or
    /// add-ons do.
    /// </summary>
    public IReadOnlyList<string>? Codes { get; init; }

    public bool IsScheduled { get; init; }

    public bool AppliesOnFailure { get; init; }

    public Money Due { get; init; }

    public Money CreditGranted { get; init; }

    public DateTimeOffset EffectiveAt { get; init; }

    public DateTimeOffset NextBillingDate { get; init; }

    /// <summary>Gets whether the change raised the price and was paid only in part, or not at all.</summary>
    public bool IsPartlyPaidUp { get; init; }

    /// <summary>Gets whether the API accepted the change, if its response arrived.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>Gets the time at which the payment was first seen while the new plan was not visible yet.</summary>
    public DateTimeOffset? SeenPaidAt { get; init; }

    /// <summary>Gets whether the subscription was seen with the new plan.</summary>
    public bool IsShown { get; init; }

    public static PlanChangeDetails Of(PlanChangeQuote quote) =>
        new()
        {
            ProductId = quote.To!.ProductId,
            Quantity = quote.To.Quantity,
            Addons = quote.To.Addons,
            Codes = quote.Kind == PlanChangeKind.Discounts ? quote.To.DiscountCodes : null,
            IsScheduled = quote.Request.IsScheduled,
            AppliesOnFailure = quote.Request.OnPaymentFailure == PaymentFailurePolicy.ApplyChange,
            Due = quote.DueNow,
            CreditGranted = quote.CreditGranted,
            EffectiveAt = quote.EffectiveAt,
            NextBillingDate = quote.NextBillingDate,
            IsPartlyPaidUp =
                (quote.Mode == ProrationMode.ProratedImmediately || quote.Mode == ProrationMode.DoNotBill)
                && !quote.Request.IsScheduled
                && quote.To.Recurring.CompareTo(quote.From!.Recurring) > 0,
        };

    public static PlanChangeDetails? Of(ChargeRecord record) =>
        record.Details is { } json ? JsonSerializer.Deserialize(json, DodoJsonContext.Default.PlanChangeDetails) : null;

    /// <summary>Returns whether the subscription is in the state that the change requested.</summary>
    public bool AreShownBy(Subscription subscription)
    {
        if (IsScheduled && subscription.ScheduledChange is { } scheduled)
        {
            return Is(
                scheduled.ProductId,
                scheduled.Quantity,
                scheduled
                    .Addons.Select(addon => new AddonQuantity { AddonId = addon.AddonId, Quantity = addon.Quantity })
                    .ToList()
            );
        }

        return Is(subscription.ProductId, subscription.Quantity, AddonSelection.Keep.From(subscription.Addons))
            && (
                Codes is null
                || PlanParts.Same(Codes, (subscription.Discounts ?? []).Select(discount => discount.Code).ToList())
            );
    }

    public string ToJson() => JsonSerializer.Serialize(this, DodoJsonContext.Default.PlanChangeDetails);

    private bool Is(string productId, int quantity, IReadOnlyList<AddonQuantity> addons) =>
        string.Equals(ProductId, productId, StringComparison.Ordinal)
        && Quantity == quantity
        && PlanParts.Same(Addons, addons);
}
