namespace DodoUpsell;

/// <summary>
/// Describes how far this node's clock is from the API's, as measured by the <c>Date</c> header of its responses.
/// </summary>
/// <remarks>
/// The difference is a lower bound: a slow response does not count as a difference. The last response decides. A node
/// whose clock is not trusted claims no charges, because it could take another node's live claim for an expired one.
/// </remarks>
public sealed record ClockStatus
{
    /// <summary>
    /// Gets by how much this node's clock is at least ahead of the API's, negative if it is behind, or null before the
    /// first response with a <c>Date</c>.
    /// </summary>
    public TimeSpan? Difference { get; init; }

    /// <summary>Gets the largest difference that is trusted: <see cref="DodoUpsellOptions.MaxClockSkew"/>.</summary>
    public required TimeSpan MaxDifference { get; init; }

    /// <summary>
    /// Gets when the difference was measured, by this node's clock, in UTC, to about a second; null before the first
    /// measurement.
    /// </summary>
    public DateTimeOffset? MeasuredAt { get; init; }

    /// <summary>
    /// Gets whether charges may be claimed: the difference is unknown, or at most <see cref="MaxDifference"/>.
    /// </summary>
    public bool IsTrusted => Difference is not { } difference || difference.Duration() <= MaxDifference;
}
