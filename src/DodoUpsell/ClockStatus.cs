namespace DodoUpsell;

/// <summary>How far this node's clock is from the API's, as the <c>Date</c> header of its answers tells.</summary>
/// <remarks>A node whose clock is not trusted claims no charges: it could take another node's live claim for an old one.</remarks>
public sealed record ClockStatus
{
    /// <summary>How far this node's clock is ahead of the API's at least; negative when it is behind. Null before the first answer with a <c>Date</c>.</summary>
    public TimeSpan? Difference { get; init; }

    /// <summary>The largest difference that is trusted: <see cref="DodoUpsellOptions.MaxClockSkew"/>.</summary>
    public required TimeSpan MaxDifference { get; init; }

    /// <summary>When it was measured, by this node's clock, in UTC; null before the first measurement.</summary>
    public DateTimeOffset? MeasuredAt { get; init; }

    /// <summary>Whether charges may be claimed: the difference is unknown, or at most <see cref="MaxDifference"/>.</summary>
    public bool IsTrusted => Difference is not { } difference || difference.Duration() <= MaxDifference;
}
