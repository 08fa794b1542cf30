namespace DodoUpsell.Benchmarks.Floor;

internal sealed class Subscription
{
    public string SubscriptionId { get; set; } = "";

    public string? Status { get; set; }

    public Customer? Customer { get; set; }

    public string? ProductId { get; set; }

    public int Quantity { get; set; }

    public List<SubscriptionAddon>? Addons { get; set; }

    public string? Currency { get; set; }

    public long RecurringPreTaxAmount { get; set; }

    public bool TaxInclusive { get; set; }

    public DateTimeOffset PreviousBillingDate { get; set; }

    public DateTimeOffset NextBillingDate { get; set; }

    public int PaymentFrequencyCount { get; set; }

    public string? PaymentFrequencyInterval { get; set; }

    public int SubscriptionPeriodCount { get; set; }

    public string? SubscriptionPeriodInterval { get; set; }

    public int TrialPeriodDays { get; set; }

    public long? TrialAmount { get; set; }

    public ScheduledPlanChange? ScheduledChange { get; set; }

    public bool CancelAtNextBillingDate { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    public string? CancellationFeedback { get; set; }

    public string? CancellationComment { get; set; }

    public DateTimeOffset? PausedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public bool OnDemand { get; set; }

    public List<AppliedDiscount>? Discounts { get; set; }

    public string? DiscountId { get; set; }

    public int? DiscountCyclesRemaining { get; set; }

    public string? PaymentMethodId { get; set; }

    public BillingAddress? Billing { get; set; }

    public string? TaxId { get; set; }

    public string? CustomerBusinessName { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    public List<SubscriptionMeter>? Meters { get; set; }

    public List<SubscriptionCreditEntitlement>? CreditEntitlementCart { get; set; }

    public List<SubscriptionMeterCreditEntitlement>? MeterCreditEntitlementCart { get; set; }

    public List<CustomFieldResponse>? CustomFieldResponses { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public string? BrandId { get; set; }
}

internal sealed class SubscriptionAddon
{
    public string AddonId { get; set; } = "";

    public int Quantity { get; set; }
}

internal sealed class ScheduledPlanChange
{
    public string Id { get; set; } = "";

    public string? ProductId { get; set; }

    public string? ProductName { get; set; }

    public string? ProductDescription { get; set; }

    public int Quantity { get; set; }

    public List<ScheduledAddon>? Addons { get; set; }

    public DateTimeOffset EffectiveAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class ScheduledAddon
{
    public string AddonId { get; set; } = "";

    public string? Name { get; set; }

    public int Quantity { get; set; }
}

internal sealed class AppliedDiscount
{
    public string DiscountId { get; set; } = "";

    public string? Code { get; set; }

    public string? Name { get; set; }

    public int Position { get; set; }

    public string? Type { get; set; }

    public int Amount { get; set; }

    public int? CyclesRemaining { get; set; }

    public int? SubscriptionCycles { get; set; }

    public bool PreserveOnPlanChange { get; set; }

    public List<string>? RestrictedTo { get; set; }

    public int TimesUsed { get; set; }

    public int? UsageLimit { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    public string? BusinessId { get; set; }
}

internal sealed class BillingAddress
{
    public string? Country { get; set; }

    public string? Street { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    public string? Zipcode { get; set; }
}

internal sealed class SubscriptionMeter
{
    public string MeterId { get; set; } = "";

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? MeasurementUnit { get; set; }

    public string? Currency { get; set; }

    public string? PricePerUnit { get; set; }

    public long FreeThreshold { get; set; }
}

internal sealed class SubscriptionCreditEntitlement
{
    public string CreditEntitlementId { get; set; } = "";

    public string? CreditEntitlementName { get; set; }

    public string? ProductId { get; set; }

    public string? Unit { get; set; }

    public string? CreditsAmount { get; set; }

    public string? RemainingBalance { get; set; }

    public string? OverageBalance { get; set; }

    public bool OverageEnabled { get; set; }

    public string? OverageLimit { get; set; }

    public string? OverageBehavior { get; set; }

    public int? LowBalanceThresholdPercent { get; set; }

    public int? ExpiresAfterDays { get; set; }

    public bool RolloverEnabled { get; set; }

    public int? RolloverPercentage { get; set; }

    public int? RolloverTimeframeCount { get; set; }

    public string? RolloverTimeframeInterval { get; set; }

    public int? MaxRolloverCount { get; set; }
}

internal sealed class SubscriptionMeterCreditEntitlement
{
    public string CreditEntitlementId { get; set; } = "";

    public string? MeterId { get; set; }

    public string? MeterName { get; set; }

    public string? ProductId { get; set; }

    public string? MeterUnitsPerCredit { get; set; }
}

internal sealed class CustomFieldResponse
{
    public string? Key { get; set; }

    public string? Value { get; set; }
}
