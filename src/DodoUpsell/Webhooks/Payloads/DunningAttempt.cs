namespace DodoUpsell.Webhooks;

/// <summary>Represents an attempt to recover a subscription (<c>dunning.*</c>).</summary>
public sealed record DunningAttempt : ApiObject
{
    /// <summary>Gets the id of the subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Gets the id of the customer.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the state of the subscription that started the recovery.</summary>
    public DunningTrigger TriggerState { get; init; }

    /// <summary>Gets the status of the recovery.</summary>
    public DunningStatus Status { get; init; }

    /// <summary>Gets the id of the payment that failed, or of the payment that recovered the subscription.</summary>
    public string? PaymentId { get; init; }

    /// <summary>Gets the time at which the recovery started.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the id of the brand.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";
}
