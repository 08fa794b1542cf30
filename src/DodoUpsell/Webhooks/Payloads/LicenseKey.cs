namespace DodoUpsell.Webhooks;

/// <summary>A license key (<c>license_key.created</c>).</summary>
public sealed record LicenseKey : ApiObject
{
    /// <summary>Gets the license key's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the key itself.</summary>
    public string Key
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets whether it may be used.</summary>
    public LicenseKeyStatus Status { get; init; }

    /// <summary>Gets where it comes from.</summary>
    public LicenseKeySource Source { get; init; }

    /// <summary>Gets whose it is.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the product it unlocks.</summary>
    public string ProductId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the payment that earned it, if one did.</summary>
    public string? PaymentId { get; init; }

    /// <summary>Gets the subscription that earned it, if one did.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>On how many installations it has been activated.</summary>
    public int InstancesCount { get; init; }

    /// <summary>On how many it may be; null for no limit.</summary>
    public int? ActivationsLimit { get; init; }

    /// <summary>Gets when it expires; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets when it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the brand it belongs to.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
