namespace DodoUpsell.Webhooks;

/// <summary>A subscription whose customer is being won back (<c>dunning.*</c>).</summary>
public sealed record DunningAttempt : ApiObject
{
    /// <summary>The subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Whose it is.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>What became of the subscription.</summary>
    public DunningTrigger TriggerState { get; init; }

    /// <summary>Where winning back stands.</summary>
    public DunningStatus Status { get; init; }

    /// <summary>The payment that failed, or the one that recovered it.</summary>
    public string? PaymentId { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The brand it belongs to.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";
}
