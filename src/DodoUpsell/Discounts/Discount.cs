namespace DodoUpsell;

/// <summary>A discount code (<c>GET /discounts/{discount_id}</c>).</summary>
public sealed record Discount : ApiObject
{
    /// <summary>Gets the discount's id.</summary>
    public required string DiscountId { get; init; }

    /// <summary>Gets what customers enter, in upper case.</summary>
    public string Code
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Your name for it.</summary>
    public string? Name { get; init; }

    /// <summary>Gets how it is computed.</summary>
    public DiscountType Type { get; init; }

    /// <summary>
    /// Gets the share in basis points (1500 is 15 %) of a <see cref="DiscountType.Percentage"/> code. A flat one takes
    /// its amounts from <see cref="CurrencyOptions"/>.
    /// </summary>
    public int Amount { get; init; }

    /// <summary>Amounts per currency: what a flat code takes off, or the most that a percentage may.</summary>
    public IReadOnlyList<DiscountCurrencyOption> CurrencyOptions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Ids of the only products it applies to; empty for all.</summary>
    public IReadOnlyList<string> RestrictedTo
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets who may redeem it.</summary>
    public CustomerEligibility CustomerEligibility { get; init; }

    /// <summary>Gets how often it may be redeemed in all; null for no limit.</summary>
    public int? UsageLimit { get; init; }

    /// <summary>Gets how often one customer may redeem it; null for no limit.</summary>
    public int? PerCustomerUsageLimit { get; init; }

    /// <summary>Gets how often it has been redeemed.</summary>
    public int TimesUsed { get; init; }

    /// <summary>For how many billing periods it reduces a subscription; null for ever.</summary>
    public int? SubscriptionCycles { get; init; }

    /// <summary>
    /// Gets whether it survives a plan change that sends no codes. If not, the change silently drops it.
    /// </summary>
    public bool PreserveOnPlanChange { get; init; }

    /// <summary>Gets from when it can be redeemed; null for at once.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Gets until when it can be redeemed; null for ever.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Your own data on the discount.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets when it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
