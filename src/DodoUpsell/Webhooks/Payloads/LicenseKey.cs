namespace DodoUpsell.Webhooks;

/// <summary>Represents a license key (<c>license_key.created</c>).</summary>
public sealed record LicenseKey : ApiObject
{
    /// <summary>Gets the id of the license key.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the key itself.</summary>
    public string Key
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the status of the license key, which specifies whether it can be used.</summary>
    public LicenseKeyStatus Status { get; init; }

    /// <summary>Gets the source of the license key.</summary>
    public LicenseKeySource Source { get; init; }

    /// <summary>Gets the id of the customer.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the id of the product that the key unlocks.</summary>
    public string ProductId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the id of the payment for which the key was issued, or null if there is none.</summary>
    public string? PaymentId { get; init; }

    /// <summary>Gets the id of the subscription for which the key was issued, or null if there is none.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Gets the number of installations on which the key is activated.</summary>
    public int InstancesCount { get; init; }

    /// <summary>Gets the maximum number of activations, or null if there is no limit.</summary>
    public int? ActivationsLimit { get; init; }

    /// <summary>Gets the time at which the key expires, or null if it never expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the time at which the key was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the id of the brand.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
