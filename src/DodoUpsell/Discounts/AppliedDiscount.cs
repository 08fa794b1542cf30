namespace DodoUpsell;

/// <summary>
/// Represents a discount code on a payment or subscription, with its position among the applied codes.
/// </summary>
public sealed record AppliedDiscount : ApiObject
{
    /// <summary>Gets the discount's id.</summary>
    public required string DiscountId { get; init; }

    /// <summary>Gets the discount code.</summary>
    public string Code
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets your name of the discount.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Gets the zero-based position among the applied codes. Each code reduces the amount that the preceding codes
    /// left.
    /// </summary>
    public int Position { get; init; }

    /// <summary>Gets how the discount is computed.</summary>
    public DiscountType Type { get; init; }

    /// <summary>
    /// Gets the percentage in basis points (1500 is 15 %) of a <see cref="DiscountType.Percentage"/> code. Has no
    /// meaning for a flat code.
    /// </summary>
    public int Amount { get; init; }

    /// <summary>
    /// Gets the number of remaining billing periods of this subscription that the discount reduces, or null for a
    /// one-time payment.
    /// </summary>
    public int? CyclesRemaining { get; init; }

    /// <summary>Gets the total number of billing periods that the discount reduces, or null for no limit.</summary>
    public int? SubscriptionCycles { get; init; }

    /// <summary>
    /// Gets whether the discount is kept by a plan change that sends no codes. If false, such a change removes it
    /// without notice.
    /// </summary>
    public bool PreserveOnPlanChange { get; init; }

    /// <summary>
    /// Gets the ids of the products to which the discount is restricted, or an empty list if it applies to all
    /// products.
    /// </summary>
    public IReadOnlyList<string> RestrictedTo
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the number of times that the discount has been redeemed, by all customers together.</summary>
    public int TimesUsed { get; init; }

    /// <summary>Gets the maximum number of redemptions, or null for no limit.</summary>
    public int? UsageLimit { get; init; }

    /// <summary>Gets the time from which the discount can no longer be redeemed, or null if it never expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the time at which the discount was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets your own metadata on the discount.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
