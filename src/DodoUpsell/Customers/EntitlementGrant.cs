namespace DodoUpsell;

/// <summary>
/// Something that a customer is entitled to, with what was delivered (<c>GET
/// /customers/{customer_id}/entitlement-grants</c>).
/// </summary>
public sealed record EntitlementGrant : ApiObject
{
    /// <summary>Gets the grant's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets who it was granted to.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the entitlement that was granted.</summary>
    public string EntitlementId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets how it is delivered; decides which of the payloads below is there.</summary>
    public EntitlementIntegrationType IntegrationType { get; init; }

    /// <summary>Gets how far the delivery has come. Only this decides whether the customer may use it.</summary>
    public EntitlementGrantStatus Status { get; init; }

    /// <summary>Gets the grant's id at the service that delivers it, or null if there is none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets the capability, for feature flags.</summary>
    public FeatureGrant? Feature { get; init; }

    /// <summary>Gets the key, for license keys.</summary>
    public LicenseKeyGrant? LicenseKey { get; init; }

    /// <summary>Gets the files, for digital files.</summary>
    public DigitalProductDelivery? DigitalProductDelivery { get; init; }

    /// <summary>Gets where the customer connects their account, for services that need it.</summary>
    public string? OauthUrl { get; init; }

    /// <summary>Gets when <see cref="OauthUrl"/> stops working.</summary>
    public DateTimeOffset? OauthExpiresAt { get; init; }

    /// <summary>Gets why the delivery failed, for programs.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets why the delivery failed, for you; not for customers.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets why it was taken back.</summary>
    public string? RevocationReason { get; init; }

    /// <summary>Gets the payment that earned it, if one did.</summary>
    public string? PaymentId { get; init; }

    /// <summary>Gets the subscription that earned it, if one did.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Gets when it was granted.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when the grant last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets when it was delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Gets when it was taken back.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Your own data on the grant.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

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
