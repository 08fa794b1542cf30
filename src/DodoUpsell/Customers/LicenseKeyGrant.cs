using DodoUpsell.Webhooks;

namespace DodoUpsell;

/// <summary>
/// A license key that was issued to a customer. Whether it may be used is said by
/// <see cref="EntitlementGrant.Status"/>.
/// </summary>
public sealed record LicenseKeyGrant : ApiObject
{
    /// <summary>Gets the key itself.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the license key's id, or null from servers before September 2026.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the status of the key itself, or null from servers before September 2026.</summary>
    public LicenseKeyStatus? Status { get; init; }

    /// <summary>On how many installations it has been activated.</summary>
    public int ActivationsUsed { get; init; }

    /// <summary>On how many it may be; null for no limit.</summary>
    public int? ActivationsLimit { get; init; }

    /// <summary>Gets when it expires; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
