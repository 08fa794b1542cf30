namespace DodoUpsell;

/// <summary>Represents a withdrawal from a contract. It contains personal data.</summary>
public sealed record Withdrawal
{
    /// <summary>Gets the id, <c>wdr_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the state.</summary>
    public WithdrawalState State { get; init; }

    /// <summary>Gets the contract as it was when the withdrawal was stated.</summary>
    public required WithdrawalContract Contract { get; init; }

    /// <summary>Gets the name of the consumer, or an empty text after it was erased.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// Gets the electronic means by which the acknowledgement is sent, or an empty text after it was erased.
    /// </summary>
    public string Contact { get; init; } = "";

    /// <summary>Gets the name of the language of the statement, such as <c>de</c>.</summary>
    public string Culture { get; init; } = "";

    /// <summary>Gets the time at which the withdrawal was stated.</summary>
    public DateTimeOffset StatedAt { get; init; }

    /// <summary>
    /// Gets the time at which the withdrawal was submitted, or null if it was not confirmed. It counts for the
    /// withdrawal period.
    /// </summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>
    /// Gets the acknowledgement with the content, date and time of the withdrawal, as plain text. Null before the
    /// withdrawal is confirmed and after the text was erased.
    /// </summary>
    public string? Acknowledgement { get; init; }

    /// <summary>Gets the refunds that the withdrawal causes. Empty before the policy has decided.</summary>
    public IReadOnlyList<WithdrawalRefund> Refunds { get; init; } = [];

    /// <summary>Gets whether the subscription was cancelled because of the withdrawal.</summary>
    public bool IsSubscriptionCancelled { get; init; }

    /// <summary>Gets the reason why the seller must look at the withdrawal, or null if there is none.</summary>
    public WithdrawalReviewReason? ReviewReason { get; init; }

    /// <summary>Gets the version, which each change increases.</summary>
    public int Version { get; init; }

    /// <summary>Gets the time at which name, contact and acknowledgement were erased, or null if they were not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Returns the name of the type and the id only.</summary>
    public override string ToString() => $"{nameof(Withdrawal)} {Id}";
}
