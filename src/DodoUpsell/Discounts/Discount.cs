namespace DodoUpsell;

/// <summary>Represents a discount code (<c>GET /discounts/{discount_id}</c>).</summary>
public sealed record Discount : ApiObject
{
    /// <summary>Gets the discount's id.</summary>
    public required string DiscountId { get; init; }

    /// <summary>Gets the code that customers enter, in upper case.</summary>
    public string Code
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets your name of the discount.</summary>
    public string? Name { get; init; }

    /// <summary>Gets how the discount is computed.</summary>
    public DiscountType Type { get; init; }

    /// <summary>
    /// Gets the percentage in basis points (1500 is 15 %) of a <see cref="DiscountType.Percentage"/> code. The amounts
    /// of a flat code are in <see cref="CurrencyOptions"/>.
    /// </summary>
    public int Amount { get; init; }

    /// <summary>
    /// Gets the amounts per currency: the reduction by a flat code, or the maximum reduction by a percentage code.
    /// </summary>
    public IReadOnlyList<DiscountCurrencyOption> CurrencyOptions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Gets the ids of the products to which the discount is restricted, or an empty list if it applies to all
    /// products.
    /// </summary>
    public IReadOnlyList<string> RestrictedTo
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets which customers may redeem the code.</summary>
    public CustomerEligibility CustomerEligibility { get; init; }

    /// <summary>Gets the maximum number of redemptions, or null for no limit.</summary>
    public int? UsageLimit { get; init; }

    /// <summary>Gets the maximum number of redemptions per customer, or null for no limit.</summary>
    public int? PerCustomerUsageLimit { get; init; }

    /// <summary>Gets the number of times that the discount has been redeemed.</summary>
    public int TimesUsed { get; init; }

    /// <summary>
    /// Gets the number of billing periods of a subscription that the discount reduces, or null for no limit.
    /// </summary>
    public int? SubscriptionCycles { get; init; }

    /// <summary>
    /// Gets whether the discount is kept by a plan change that sends no codes. If false, such a change removes it
    /// without notice.
    /// </summary>
    public bool PreserveOnPlanChange { get; init; }

    /// <summary>Gets the time from which the discount can be redeemed, or null if it can be redeemed at once.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Gets the time until which the discount can be redeemed, or null if it never expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets your own metadata on the discount.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets the time at which the discount was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
