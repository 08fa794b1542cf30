namespace DodoUpsell.Emulator.Discounts;

/// <summary>A discount code and its uses.</summary>
internal sealed class Discount
{
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DiscountTerms Terms { get; set; }

    public int TimesUsed { get; set; }

    /// <summary>
    /// Gets or sets the eligible customers of a discount for specific customers. Empty means that no customer is
    /// eligible yet.
    /// </summary>
    public IReadOnlyList<string> CustomerIds { get; set; } = [];

    /// <summary>
    /// Gets or sets whether the code was deleted. A deleted code is known only to the subscriptions that have it.
    /// </summary>
    public bool IsDeleted { get; set; }

    public int UsesOf(string customerId) => _uses.GetValueOrDefault(customerId);

    public bool IsUsedUp => TimesUsed >= Terms.UsageLimit;

    public bool IsRedeemable(DateTimeOffset now) => !IsUsedUp && !(now < Terms.StartsAt) && !(now >= Terms.ExpiresAt);

    public void Redeem(string customerId)
    {
        TimesUsed++;
        _uses[customerId] = UsesOf(customerId) + 1;
    }

    /// <summary>Reverts a use whose payment did not succeed.</summary>
    public void Release(string customerId)
    {
        TimesUsed--;
        _uses[customerId] = UsesOf(customerId) - 1;
    }
}
