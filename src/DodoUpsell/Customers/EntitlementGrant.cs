namespace DodoUpsell;

/// <summary>
/// Represents an entitlement granted to a customer, including its delivery (<c>GET
/// /customers/{customer_id}/entitlement-grants</c>).
/// </summary>
public sealed record EntitlementGrant : ApiObject
{
    /// <summary>Gets the grant's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the customer to whom the entitlement was granted.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the id of the granted entitlement.</summary>
    public string EntitlementId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>
    /// Gets the service through which the entitlement is delivered. It determines which of the following payload
    /// properties is set.
    /// </summary>
    public EntitlementIntegrationType IntegrationType { get; init; }

    /// <summary>
    /// Gets the status of the delivery. It alone determines whether the customer may use the entitlement.
    /// </summary>
    public EntitlementGrantStatus Status { get; init; }

    /// <summary>Gets the grant's id at the delivering service, or null if there is none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets the capability, for a feature flag.</summary>
    public FeatureGrant? Feature { get; init; }

    /// <summary>Gets the license key, for a license key entitlement.</summary>
    public LicenseKeyGrant? LicenseKey { get; init; }

    /// <summary>Gets the files, for digital files.</summary>
    public DigitalProductDelivery? DigitalProductDelivery { get; init; }

    /// <summary>Gets the URL on which the customer connects their account, for services that require it.</summary>
    public string? OauthUrl { get; init; }

    /// <summary>Gets the time at which <see cref="OauthUrl"/> expires.</summary>
    public DateTimeOffset? OauthExpiresAt { get; init; }

    /// <summary>Gets the error code of a failed delivery.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets the error message of a failed delivery. It is meant for you, not for customers.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets the reason for the revocation.</summary>
    public string? RevocationReason { get; init; }

    /// <summary>Gets the id of the payment for which the entitlement was granted, or null if there is none.</summary>
    public string? PaymentId { get; init; }

    /// <summary>
    /// Gets the id of the subscription for which the entitlement was granted, or null if there is none.
    /// </summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Gets the time at which the entitlement was granted.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the time at which the grant was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets the time at which the entitlement was delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Gets the time at which the entitlement was revoked.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Gets your own metadata on the grant.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets the id of the brand to which the grant belongs.</summary>
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
