using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Products;

/// <summary>The price of a product, in minor units of its currency.</summary>
internal abstract record Price
{
    /// <summary>Gets the unit price. For a pay-what-you-want product it is the minimum.</summary>
    public required int Amount { get; init; }

    public required string Currency { get; init; }

    /// <summary>Gets the discount of the catalogue, in basis points.</summary>
    public int DiscountBasisPoints { get; init; }

    public bool? TaxInclusive { get; init; } = false;

    /// <summary>Gets the unit price after the discount of the catalogue.</summary>
    public int NetAmount =>
        (int)decimal.Round(Amount * (10_000m - DiscountBasisPoints) / 10_000m, MidpointRounding.AwayFromZero);

    public abstract JsonObject ToJson();

    protected JsonObject ToJson(string type) =>
        new()
        {
            ["type"] = type,
            ["price"] = Amount,
            ["currency"] = Currency,
            ["discount"] = (int)decimal.Round(DiscountBasisPoints / 100m, MidpointRounding.AwayFromZero),
            ["discount_bps"] = DiscountBasisPoints,
            ["purchasing_power_parity"] = false,
            ["tax_inclusive"] = TaxInclusive,
        };
}

internal sealed record OneTimePrice : Price
{
    public const string Type = "one_time_price";

    public bool PayWhatYouWant { get; init; }

    public int? SuggestedAmount { get; init; }

    public override JsonObject ToJson()
    {
        var json = ToJson(Type);
        json["pay_what_you_want"] = PayWhatYouWant;
        json["suggested_price"] = SuggestedAmount;
        return json;
    }
}

/// <summary>A recurring price.</summary>
internal abstract record SubscriptionPrice : Price
{
    /// <summary>Gets the billing interval.</summary>
    public BillingInterval Frequency { get; init; } = new(1, BillingInterval.Month);

    /// <summary>Gets the total term of the subscription.</summary>
    public BillingInterval Term { get; init; } = new(10, BillingInterval.Year);

    protected void WriteIntervals(JsonObject json)
    {
        json["payment_frequency_count"] = Frequency.Count;
        json["payment_frequency_interval"] = Frequency.Unit;
        json["subscription_period_count"] = Term.Count;
        json["subscription_period_interval"] = Term.Unit;
    }
}

internal sealed record RecurringPrice : SubscriptionPrice
{
    public const string Type = "recurring_price";

    public int TrialPeriodDays { get; init; }

    /// <summary>Gets the price of the trial, or null if it is free.</summary>
    public int? TrialAmount { get; init; }

    /// <summary>Gets whether discounts also reduce the price of the trial.</summary>
    public bool TrialAppliesDiscounts { get; init; }

    /// <summary>Gets whether a free trial can start without a payment method.</summary>
    public bool TrialWithoutPaymentMethod { get; init; }

    /// <summary>Gets whether a subscription with a price of zero can start without a payment method.</summary>
    public bool ZeroAmountWithoutPaymentMethod { get; init; }

    public override JsonObject ToJson()
    {
        var json = ToJson(Type);
        WriteIntervals(json);
        json["trial_period_days"] = TrialPeriodDays;
        json["trial_amount"] = TrialAmount;
        json["trial_apply_discounts"] = TrialAppliesDiscounts;
        json["trial_payment_method_optional"] = TrialWithoutPaymentMethod;
        json["zero_amount_payment_method_optional"] = ZeroAmountWithoutPaymentMethod;
        return json;
    }
}
