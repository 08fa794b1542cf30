using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>
/// Represents the credit usage of a subscription (<c>GET /subscriptions/{subscription_id}/credit-usage</c>).
/// </summary>
public sealed record SubscriptionCreditUsage : ApiObject, IListAnswer
{
    private readonly IReadOnlyList<CreditEntitlementUsage>? _items;

    /// <summary>Gets the subscription's id.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Gets the usage of each kind of credits.</summary>
    public IReadOnlyList<CreditEntitlementUsage> Items
    {
        get => _items ?? [];
        init => _items = value;
    }

    /// <inheritdoc/>
    string? IListAnswer.MissingList => _items is null ? "items" : null;
}
