namespace DodoUpsell.Webhooks;

/// <summary>A subscription whose customer is being won back (<c>dunning.*</c>).</summary>
public sealed record DunningAttempt : ApiObject
{
    /// <summary>Gets the subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Gets whose it is.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets what became of the subscription.</summary>
    public DunningTrigger TriggerState { get; init; }

    /// <summary>Gets where winning back stands.</summary>
    public DunningStatus Status { get; init; }

    /// <summary>Gets the payment that failed, or the one that recovered it.</summary>
    public string? PaymentId { get; init; }

    /// <summary>Gets when it began.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the brand it belongs to.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";
}
