namespace DodoUpsell;

/// <summary>Represents the validity period of a license key.</summary>
public sealed record LicenseKeyDuration : ApiObject
{
    /// <summary>Gets the length of the period, in units of <see cref="Interval"/>.</summary>
    public int Count { get; init; }

    /// <summary>Gets the unit of <see cref="Count"/>.</summary>
    public TimeInterval Interval { get; init; }
}
