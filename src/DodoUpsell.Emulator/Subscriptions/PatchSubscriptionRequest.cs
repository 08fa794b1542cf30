using System.Collections.Frozen;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>
/// The body of a subscription's PATCH. Quantity, product and add-ons are not part of it: they need a plan change.
/// </summary>
internal sealed record PatchSubscriptionRequest
{
    private const int MaximumTerm = 1200;

    private static readonly FrozenSet<string> Reasons = FrozenSet.Create(
        StringComparer.Ordinal,
        "cancelled_by_customer",
        "cancelled_by_merchant",
        SubscriptionStates.CancelledWithDunning,
        "cancelled_by_merchant_grace_period_expired",
        "dodo_team"
    );

    private static readonly FrozenSet<string> Feedbacks = FrozenSet.Create(
        StringComparer.Ordinal,
        "too_expensive",
        "missing_features",
        "switched_service",
        "unused",
        "customer_service",
        "low_quality",
        "too_complex",
        "other"
    );

    public string? Status { get; init; }

    public bool? Pause { get; init; }

    /// <summary>Gets whether the body has exactly one member.</summary>
    public bool StandsAlone { get; init; }

    public bool? CancelAtNextBillingDate { get; init; }

    public string? CancelReason { get; init; }

    public string? CancellationFeedback { get; init; }

    public string? CancellationComment { get; init; }

    public DateTimeOffset? NextBillingDate { get; init; }

    /// <summary>
    /// Gets the date of the first renewal by the calendar, for a subscription that was charged on demand.
    /// </summary>
    public DateTimeOffset? DisableOnDemandAt { get; init; }

    public BillingAddress? Billing { get; init; }

    public string? CustomerName { get; init; }

    public bool SetsTaxId { get; init; }

    public string? TaxId { get; init; }

    public bool SetsBusinessName { get; init; }

    public string? CustomerBusinessName { get; init; }

    public int? TermCount { get; init; }

    public string? TermUnit { get; init; }

    public string? CreditEntitlementId { get; init; }

    public JsonObject? Metadata { get; init; }

    public static PatchSubscriptionRequest Read(JsonInput input) =>
        new()
        {
            Status = input.OptionalChoice("status", SubscriptionStatus.All),
            Pause = input.OptionalFlag("pause"),
            StandsAlone = input.Members().Count(member => member.Value is not null) == 1,
            CancelAtNextBillingDate = input.OptionalFlag("cancel_at_next_billing_date"),
            CancelReason = input.OptionalChoice("cancel_reason", Reasons),
            CancellationFeedback = input.OptionalChoice("cancellation_feedback", Feedbacks),
            CancellationComment = input.OptionalText("cancellation_comment"),
            NextBillingDate = UtcTime(input, "next_billing_date"),
            DisableOnDemandAt = input.OptionalObject("disable_on_demand") is { } onDemand
                ? UtcTime(onDemand, "next_billing_date") ?? throw onDemand.Invalid("next_billing_date", "is required")
                : null,
            Billing = input.OptionalObject("billing") is { } address ? BillingAddress.Read(address) : null,
            CustomerName = input.OptionalText("customer_name"),
            SetsTaxId = input.Contains("tax_id"),
            TaxId = input.OptionalText("tax_id"),
            SetsBusinessName = input.Contains("customer_business_name"),
            CustomerBusinessName = input.OptionalText("customer_business_name"),
            TermCount = input.OptionalInt32("subscription_period_count", 1, MaximumTerm),
            TermUnit = input.OptionalChoice("subscription_period_interval", BillingInterval.Units),
            CreditEntitlementId = input
                .OptionalObjects("credit_entitlement_cart")
                ?.Select(item => item.Text("credit_entitlement_id"))
                .FirstOrDefault(),
            Metadata = input.OptionalMetadata(),
        };

    // The API requires the trailing Z; another offset is refused.
    private static DateTimeOffset? UtcTime(JsonInput input, string name) =>
        input.OptionalTime(name) is { } time && !input.Text(name).EndsWith('Z')
            ? throw input.Invalid(name, "expected a UTC time that ends with Z")
            : input.OptionalTime(name);
}
