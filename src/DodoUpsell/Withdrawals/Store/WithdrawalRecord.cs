using DodoUpsell.Withdrawals;

namespace DodoUpsell;

/// <summary>Represents a stored withdrawal. Stores use it; <see cref="ToWithdrawal"/> returns what it means.</summary>
public sealed record WithdrawalRecord
{
    /// <summary>Gets the environment (test or live).</summary>
    public required DodoEnvironment Environment { get; init; }

    /// <summary>Gets the id, <c>wdr_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the contract: that of a payment or a subscription.</summary>
    public required string ContractId { get; init; }

    /// <summary>
    /// Gets the id of the contract once the withdrawal is confirmed, otherwise null. At most one withdrawal of an account
    /// and environment has a slot.
    /// </summary>
    public string? Slot { get; init; }

    /// <summary>Gets the id of the customer, or an empty text if it is not known yet.</summary>
    public string CustomerId { get; init; } = "";

    /// <summary>Gets the state.</summary>
    public WithdrawalState State { get; init; }

    /// <summary>Gets the number of changes.</summary>
    public int Version { get; init; }

    /// <summary>Gets the time at which the withdrawal was stated.</summary>
    public DateTimeOffset StatedAt { get; init; }

    /// <summary>Gets the time at which it was confirmed, or null if it was not.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Gets the time at which it was completed, or null if it was not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Gets the time at which a worker looks at it next, or null if nothing is left to do.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Gets the number of times a worker looked at it since the last progress.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets the statement with personal data as JSON, or null after it was erased.</summary>
    public string? Statement { get; init; }

    /// <summary>Gets the text of the acknowledgement, or null before the confirmation and after it was erased.</summary>
    public string? Acknowledgement { get; init; }

    /// <summary>Gets the decision, the refunds and what is left to do as JSON, without personal data.</summary>
    public required string Work { get; init; }

    /// <summary>Gets the time at which the personal data was erased, or null if it was not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>
    /// Returns the withdrawal with its decision and refunds, for example for an operator. It contains personal data.
    /// </summary>
    public Withdrawal ToWithdrawal() => WithdrawalView.Of(this);

    /// <summary>Returns the name of the type and the id only.</summary>
    public override string ToString() => $"{nameof(WithdrawalRecord)} {Id}";
}
