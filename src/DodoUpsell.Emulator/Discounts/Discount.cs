namespace DodoUpsell.Emulator.Discounts;

/// <summary>A code that makes things cheaper, and how often it was used.</summary>
internal sealed class Discount
{
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DiscountTerms Terms { get; set; }

    public int TimesUsed { get; set; }

    /// <summary>Whom it is for if it is for specific customers: nobody, until somebody is attached.</summary>
    public IReadOnlyList<string> CustomerIds { get; set; } = [];

    /// <summary>Deleted codes are unknown to everybody but the subscriptions that have them.</summary>
    public bool IsDeleted { get; set; }

    public int UsesOf(string customerId) => _uses.GetValueOrDefault(customerId);

    public bool IsUsedUp => TimesUsed >= Terms.UsageLimit;

    public bool IsRedeemable(DateTimeOffset now) => !IsUsedUp && !(now < Terms.StartsAt) && !(now >= Terms.ExpiresAt);

    public void Redeem(string customerId)
    {
        TimesUsed++;
        _uses[customerId] = UsesOf(customerId) + 1;
    }

    /// <summary>Takes a use back whose payment came to nothing.</summary>
    public void Release(string customerId)
    {
        TimesUsed--;
        _uses[customerId] = UsesOf(customerId) - 1;
    }
}
