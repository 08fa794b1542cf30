using DodoUpsell.Webhooks;

namespace DodoUpsell;

/// <summary>
/// Represents a license key that was issued to a customer. <see cref="EntitlementGrant.Status"/> determines whether the
/// customer may use it.
/// </summary>
public sealed record LicenseKeyGrant : ApiObject
{
    /// <summary>Gets the license key.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the license key's id, or null from servers before September 2026.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the status of the key itself, or null from servers before September 2026.</summary>
    public LicenseKeyStatus? Status { get; init; }

    /// <summary>Gets the number of activated installations.</summary>
    public int ActivationsUsed { get; init; }

    /// <summary>Gets the maximum number of installations, or null for no limit.</summary>
    public int? ActivationsLimit { get; init; }

    /// <summary>Gets the time at which the key expires, or null if it never expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
