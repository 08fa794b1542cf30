using System.Collections.Frozen;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions.PlanChanges;

/// <summary>The body of a plan change, used for the change and for its preview.</summary>
internal sealed record ChangePlanRequest
{
    public const string PreventChange = "prevent_change";
    public const string ApplyChange = "apply_change";

    private const string Immediately = "immediately";
    private const string NextBillingDate = "next_billing_date";

    private static readonly FrozenSet<string> Times = FrozenSet.Create(
        StringComparer.Ordinal,
        Immediately,
        NextBillingDate
    );
    private static readonly FrozenSet<string> Failures = FrozenSet.Create(
        StringComparer.Ordinal,
        PreventChange,
        ApplyChange
    );

    public required string ProductId { get; init; }

    public required int Quantity { get; init; }

    public required string Mode { get; init; }

    /// <summary>
    /// Gets the complete new list of add-ons. Add-ons that are not in it are removed, also if the request has no list
    /// at all.
    /// </summary>
    public required IReadOnlyList<CartAddon> Addons { get; init; }

    /// <summary>
    /// Gets the discount codes. Null keeps the discounts that survive a change; a list replaces all of them.
    /// </summary>
    public IReadOnlyList<string>? DiscountCodes { get; init; }

    public bool IsScheduled { get; init; }

    public string? OnPaymentFailure { get; init; }

    public bool CollectViaPaymentLink { get; init; }

    public bool ReplacesScheduledChange { get; init; }

    public JsonObject? Metadata { get; init; }

    public static ChangePlanRequest Read(JsonInput input)
    {
        _ = input.OptionalFlag("adaptive_currency_fees_inclusive");
        return new ChangePlanRequest
        {
            ProductId = input.Text("product_id"),
            Quantity = input.Int32("quantity", minimum: 0),
            Mode = input.Choice("proration_billing_mode", ProrationModes.All),
            Addons = [.. (input.OptionalObjects("addons") ?? []).Select(CartAddon.Read)],
            DiscountCodes = Discounts.DiscountCodes.ReadOptional(input),
            IsScheduled = input.Contains("effective_at") && input.Choice("effective_at", Times) is NextBillingDate,
            OnPaymentFailure = input.OptionalChoice("on_payment_failure", Failures),
            CollectViaPaymentLink = input.OptionalFlag("collect_via_payment_link") ?? false,
            ReplacesScheduledChange = input.OptionalFlag("cancel_scheduled_change_plan") ?? false,
            Metadata = input.OptionalMetadata(),
        };
    }
}
