namespace DodoUpsell;

/// <summary>Represents a new discount code (<c>POST /discounts</c>).</summary>
public sealed record CreateDiscountRequest : ApiObject
{
    /// <summary>Gets how the discount is computed.</summary>
    public required DiscountType Type { get; init; }

    /// <summary>
    /// Gets the percentage in basis points (1500 is 15 %) of a <see cref="DiscountType.Percentage"/> code. Must be
    /// between 1 and 10000. Has no meaning for a flat code.
    /// </summary>
    public required int Amount { get; init; }

    /// <summary>
    /// Gets the amounts per currency: the reduction by a flat code, which needs at least one amount, or the maximum
    /// reduction by a percentage code.
    /// </summary>
    public IReadOnlyList<DiscountCurrencyOption>? CurrencyOptions { get; init; }

    /// <summary>
    /// Gets the code that customers enter, at least 3 characters. It is stored in upper case. By default, the API
    /// generates a code of 16 random characters.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>Gets your name of the discount.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Gets the ids of the products to which the discount is restricted. By default, it applies to all products.
    /// </summary>
    public IReadOnlyList<string>? RestrictedTo { get; init; }

    /// <summary>Gets which customers may redeem the code.</summary>
    public CustomerEligibility? CustomerEligibility { get; init; }

    /// <summary>Gets the maximum number of redemptions. Must be at least 1. By default, there is no limit.</summary>
    public int? UsageLimit { get; init; }

    /// <summary>
    /// Gets the maximum number of redemptions per customer. Must not be greater than <see cref="UsageLimit"/>. By
    /// default, there is no limit.
    /// </summary>
    public int? PerCustomerUsageLimit { get; init; }

    /// <summary>
    /// Gets the number of billing periods of a subscription that the discount reduces. By default, there is no limit.
    /// </summary>
    public int? SubscriptionCycles { get; init; }

    /// <summary>Gets whether the discount is kept by a plan change that sends no codes. The default is false.</summary>
    public bool? PreserveOnPlanChange { get; init; }

    /// <summary>
    /// Gets the time from which the discount can be redeemed. Must be before <see cref="ExpiresAt"/>. By default, it
    /// can be redeemed at once.
    /// </summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Gets the time until which the discount can be redeemed. By default, it never expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets your own metadata on the discount.</summary>
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
