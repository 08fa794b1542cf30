namespace DodoUpsell;

/// <summary>A discount code on a payment or subscription, with its place in the stack.</summary>
public sealed record AppliedDiscount : ApiObject
{
    /// <summary>Gets the discount's id.</summary>
    public required string DiscountId { get; init; }

    /// <summary>Gets the code that was entered.</summary>
    public string Code
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Your name for the discount.</summary>
    public string? Name { get; init; }

    /// <summary>Gets its place in the stack, from 0; each code reduces what the ones before it left.</summary>
    public int Position { get; init; }

    /// <summary>Gets how it is computed.</summary>
    public DiscountType Type { get; init; }

    /// <summary>
    /// Gets the share in basis points (1500 is 15 %) of a <see cref="DiscountType.Percentage"/> code; says nothing for
    /// a flat one.
    /// </summary>
    public int Amount { get; init; }

    /// <summary>Billing periods of this subscription that it still reduces; null on one-time payments.</summary>
    public int? CyclesRemaining { get; init; }

    /// <summary>Billing periods that it reduces in all; null for ever.</summary>
    public int? SubscriptionCycles { get; init; }

    /// <summary>
    /// Gets whether a plan change keeps it when no codes are sent. If not, the change silently drops it.
    /// </summary>
    public bool PreserveOnPlanChange { get; init; }

    /// <summary>Ids of the only products it applies to; empty for all.</summary>
    public IReadOnlyList<string> RestrictedTo
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets how often it has been redeemed by anyone.</summary>
    public int TimesUsed { get; init; }

    /// <summary>Gets how often it may be redeemed in all; null for no limit.</summary>
    public int? UsageLimit { get; init; }

    /// <summary>Gets when it can no longer be redeemed; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets when the discount was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Your own data on the discount.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
