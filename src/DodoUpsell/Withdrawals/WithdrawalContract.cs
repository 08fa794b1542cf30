namespace DodoUpsell;

/// <summary>Represents a contract from which a consumer can withdraw: a purchase or a subscription.</summary>
public sealed record WithdrawalContract
{
    /// <summary>Gets the id: that of the payment of a purchase, or that of the subscription.</summary>
    public required string Id { get; init; }

    /// <summary>Gets whether the contract is a subscription.</summary>
    public bool IsSubscription { get; init; }

    /// <summary>Gets the id of the customer, or an empty text if the contract could not be read yet.</summary>
    public string CustomerId { get; init; } = "";

    /// <summary>Gets the names of the products, or an empty text if they could not be read.</summary>
    public string Description { get; init; } = "";

    /// <summary>
    /// Gets the time at which the contract was concluded, or null if the contract could not be read yet.
    /// </summary>
    public DateTimeOffset? ConcludedAt { get; init; }

    /// <summary>
    /// Gets the time at which the withdrawal period ends, or null if the contract could not be read yet. A later
    /// withdrawal is recorded and acknowledged as well.
    /// </summary>
    public DateTimeOffset? WithdrawableUntil { get; init; }

    /// <summary>Gets the amount of the latest payment, including tax, or null if nothing was paid.</summary>
    public Money? Amount { get; init; }

    /// <summary>Gets the id of the confirmed withdrawal from the contract, or null if there is none.</summary>
    public string? WithdrawalId { get; init; }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(WithdrawalContract);
}
