namespace DodoUpsell;

/// <summary>How long a license key is valid.</summary>
public sealed record LicenseKeyDuration : ApiObject
{
    /// <summary>Number of <see cref="Interval"/>s.</summary>
    public int Count { get; init; }

    /// <summary>Gets the unit of <see cref="Count"/>.</summary>
    public TimeInterval Interval { get; init; }
}
