namespace DodoUpsell;

/// <summary>A new discount code (<c>POST /discounts</c>).</summary>
public sealed record CreateDiscountRequest : ApiObject
{
    /// <summary>Gets how it is computed.</summary>
    public required DiscountType Type { get; init; }

    /// <summary>
    /// Gets the share in basis points, 1 to 10000 (1500 is 15 %), of a <see cref="DiscountType.Percentage"/> code. Says
    /// nothing for a flat one.
    /// </summary>
    public required int Amount { get; init; }

    /// <summary>
    /// Amounts per currency: what a flat code takes off (it needs at least one), or the most that a percentage may.
    /// </summary>
    public IReadOnlyList<DiscountCurrencyOption>? CurrencyOptions { get; init; }

    /// <summary>
    /// Gets what customers enter, at least 3 characters; stored in upper case. Sixteen random ones when left out.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>Your name for it.</summary>
    public string? Name { get; init; }

    /// <summary>Ids of the only products it applies to; all when left out.</summary>
    public IReadOnlyList<string>? RestrictedTo { get; init; }

    /// <summary>Gets who may redeem it.</summary>
    public CustomerEligibility? CustomerEligibility { get; init; }

    /// <summary>Gets how often it may be redeemed in all, at least 1; without limit when left out.</summary>
    public int? UsageLimit { get; init; }

    /// <summary>
    /// Gets how often one customer may redeem it, not more than <see cref="UsageLimit"/>; without limit when left out.
    /// </summary>
    public int? PerCustomerUsageLimit { get; init; }

    /// <summary>For how many billing periods it reduces a subscription; for ever when left out.</summary>
    public int? SubscriptionCycles { get; init; }

    /// <summary>Gets whether it survives a plan change that sends no codes; it does not by default.</summary>
    public bool? PreserveOnPlanChange { get; init; }

    /// <summary>Gets from when it can be redeemed, before <see cref="ExpiresAt"/>; at once when left out.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Gets until when it can be redeemed; for ever when left out.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Your own data on the discount.</summary>
    public Metadata? Metadata { get; init; }

    internal void Validate()
    {
        Check.Given(Type, nameof(Type));
        if (Type == DiscountType.Percentage)
            Check.Between<int>(Amount, 1, 10_000, nameof(Amount));
        else
            Check.AtLeast<int>(Amount, 0, nameof(Amount));
        if (Type == DiscountType.Flat)
            Check.NotEmpty(CurrencyOptions, nameof(CurrencyOptions));
        DiscountCurrencyOption.ValidateAll(CurrencyOptions, nameof(CurrencyOptions));
        Check.LengthAtLeast(Code, 3, nameof(Code));
        Check.NoBlanks(RestrictedTo, nameof(RestrictedTo));
        Check.AtLeast(UsageLimit, 1, nameof(UsageLimit));
        Check.Between(PerCustomerUsageLimit, 0, UsageLimit ?? int.MaxValue, nameof(PerCustomerUsageLimit));
        Check.AtLeast(SubscriptionCycles, 0, nameof(SubscriptionCycles));
        Check.Later(StartsAt, ExpiresAt, nameof(ExpiresAt), nameof(StartsAt));
        Check.Metadata(Metadata, nameof(Metadata));
    }
}
