namespace DodoUpsell;

/// <summary>Selects one page of the charges in a state, by their age.</summary>
public sealed record ChargeQuery
{
    /// <summary>Gets the state.</summary>
    public required ChargeState State { get; init; }

    /// <summary>Gets the time before which the keys were claimed, in UTC, or null for charges of any age.</summary>
    public DateTimeOffset? ClaimedBefore { get; init; }

    /// <summary>Gets whether the newest charges come first.</summary>
    /// <value>The default is false: the oldest come first.</value>
    public bool NewestFirst { get; init; }

    /// <summary>Gets the last charge of the previous page, or null for the first page.</summary>
    /// <remarks>Only its time of the claim and its key are used, so it can have another state by now.</remarks>
    public ChargeRecord? After { get; init; }

    /// <summary>Gets the maximum number of charges.</summary>
    /// <value>The default is 50. It must be greater than zero.</value>
    public int MaxCount { get; init; } = 50;

    /// <summary>Returns the state only.</summary>
    public override string ToString() => $"{nameof(ChargeQuery)} ({State})";
}
