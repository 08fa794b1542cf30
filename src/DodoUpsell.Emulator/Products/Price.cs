using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Products;

/// <summary>What a product costs, in minor units of its currency.</summary>
internal abstract record Price
{
    /// <summary>The price of one; of a pay-what-you-want product, the least one may pay.</summary>
    public required int Amount { get; init; }

    public required string Currency { get; init; }

    /// <summary>A reduction of the catalogue, in hundredths of a percent.</summary>
    public int DiscountBasisPoints { get; init; }

    public bool? TaxInclusive { get; init; } = false;

    /// <summary>The price of one after the catalogue's own reduction.</summary>
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

/// <summary>A price that is paid again and again.</summary>
internal abstract record SubscriptionPrice : Price
{
    /// <summary>How often it is paid.</summary>
    public BillingInterval Frequency { get; init; } = new(1, BillingInterval.Month);

    /// <summary>How long the subscription runs in all.</summary>
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

    /// <summary>The price of the trial; null when it is free.</summary>
    public int? TrialAmount { get; init; }

    /// <summary>Whether discounts reduce the price of the trial as well.</summary>
    public bool TrialAppliesDiscounts { get; init; }

    /// <summary>Whether a trial that costs nothing begins without a payment method.</summary>
    public bool TrialWithoutPaymentMethod { get; init; }

    /// <summary>Whether a subscription that costs nothing begins without a payment method.</summary>
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
