namespace DodoUpsell;

/// <summary>
/// Represents the limits above which a rule pauses itself, each a share of the offers of the rule accepted within
/// <see cref="Window"/> or <see cref="DisputeWindow"/>.
/// </summary>
public sealed record OfferBreaker
{
    /// <summary>Gets the time in which offers are counted.</summary>
    /// <value>The default is 24 hours.</value>
    public TimeSpan Window { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Gets the time in which disputes are counted, which follow their payments by weeks.</summary>
    /// <value>The default is 90 days.</value>
    public TimeSpan DisputeWindow { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Gets the number of accepts from which the shares are compared with the limits.</summary>
    /// <value>The default is 20. Must be at least 1.</value>
    public int MinimumCount { get; init; } = 20;

    /// <summary>Gets the maximum share of accepts whose payment was declined, from 0 to 1.</summary>
    /// <value>The default is 0.5.</value>
    public double MaxDeclined { get; init; } = 0.5;

    /// <summary>Gets the maximum share of paid offers that were disputed, from 0 to 1.</summary>
    /// <value>The default is 0.01.</value>
    public double MaxDisputed { get; init; } = 0.01;

    /// <summary>Gets the maximum share of accepts that ended in an error or a refusal, from 0 to 1.</summary>
    /// <value>The default is 0.2.</value>
    public double MaxErrors { get; init; } = 0.2;

    /// <summary>Gets the time after which a paused rule is used again, or null if it must be resumed.</summary>
    /// <value>The default is null.</value>
    public TimeSpan? PauseFor { get; init; }
}

/// <summary>Represents a rule that paused itself because a limit of its <see cref="OfferBreaker"/> was exceeded.</summary>
public sealed record OfferPause
{
    /// <summary>Gets the environment (test or live).</summary>
    public required DodoEnvironment Environment { get; init; }

    /// <summary>Gets the id of the rule.</summary>
    public required string RuleId { get; init; }

    /// <summary>Gets the limit that was exceeded.</summary>
    public required OfferPauseReason Reason { get; init; }

    /// <summary>Gets the number of offers that exceeded the limit.</summary>
    public required int Count { get; init; }

    /// <summary>Gets the number of offers that were compared.</summary>
    public required int Of { get; init; }

    /// <summary>Gets the time at which the rule was paused, in UTC.</summary>
    public required DateTimeOffset PausedAt { get; init; }

    /// <summary>Gets the time at which the rule is used again, in UTC, or null if it must be resumed.</summary>
    public DateTimeOffset? ResumesAt { get; init; }

    /// <summary>Returns the rule and the reason only.</summary>
    public override string ToString() => $"{nameof(OfferPause)} ({RuleId}, {Reason})";
}

/// <summary>Specifies the limit that paused a rule.</summary>
public enum OfferPauseReason
{
    /// <summary>Too many payments were declined.</summary>
    Declines = 0,

    /// <summary>Too many payments were disputed.</summary>
    Disputes = 1,

    /// <summary>Too many accepts ended in an error or a refusal.</summary>
    Errors = 2,
}
