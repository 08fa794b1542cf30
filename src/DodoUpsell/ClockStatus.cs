namespace DodoUpsell;

/// <summary>
/// Describes the difference between this node's clock and the API's clock, as measured from the <c>Date</c> header of
/// responses.
/// </summary>
/// <remarks>
/// The difference is a lower bound: the duration of a slow response does not count. Only the last response is
/// considered. A node whose clock is not trusted claims no charges, because it could treat another node's current claim
/// as expired.
/// </remarks>
public sealed record ClockStatus
{
    /// <summary>
    /// Gets the minimum time by which this node's clock is ahead of the API's clock, negative if it is behind, or null
    /// before the first response with a <c>Date</c> header.
    /// </summary>
    public TimeSpan? Difference { get; init; }

    /// <summary>
    /// Gets the maximum difference at which the clock is trusted: <see cref="DodoUpsellOptions.MaxClockSkew"/>.
    /// </summary>
    public required TimeSpan MaxDifference { get; init; }

    /// <summary>
    /// Gets the time of the measurement by this node's clock, in UTC and accurate to about one second, or null before
    /// the first measurement.
    /// </summary>
    public DateTimeOffset? MeasuredAt { get; init; }

    /// <summary>
    /// Gets whether charges may be claimed: the difference is unknown or at most <see cref="MaxDifference"/>.
    /// </summary>
    public bool IsTrusted => Difference is not { } difference || difference.Duration() <= MaxDifference;
}
