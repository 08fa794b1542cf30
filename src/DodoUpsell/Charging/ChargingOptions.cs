namespace DodoUpsell;

/// <summary>Timeouts and intervals for waiting on, reconciling and pruning charges.</summary>
public sealed class ChargingOptions
{
    /// <summary>
    /// Gets or sets how long a flow waits for a payment to become final before it answers that it is under way.
    /// </summary>
    /// <value>Default: 10 seconds; 0 to 2 minutes.</value>
    public TimeSpan WaitBudget { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Gets or sets how long a charge whose answer was lost is looked for before it counts as not executed and its key
    /// is free again.
    /// </summary>
    /// <remarks>
    /// The API may list a payment up to 30 minutes late. Twice <see cref="DodoUpsellOptions.MaxClockSkew"/> is added,
    /// since clocks differ.
    /// </remarks>
    /// <value>Default: 1 hour; up to 7 days, and at least 32 minutes more than
    /// <see cref="DodoUpsellOptions.TotalTimeout"/>.</value>
    public TimeSpan GracePeriod { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets how long a quote of a plan change can be confirmed.</summary>
    /// <remarks>
    /// Never longer than half of <see cref="GracePeriod"/>, so that a quote is over long before its outcome is given
    /// up.
    /// </remarks>
    /// <value>Default: 10 minutes; 1 minute to 1 hour.</value>
    public TimeSpan QuoteLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets how often the reconciler looks for charges that are not final.</summary>
    /// <value>Default: 30 seconds; 1 second to 1 hour.</value>
    public TimeSpan ReconcileInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets how long ended charges are kept. A key that is forgotten can be charged again, so keep them as long
    /// as a repeat may come.
    /// </summary>
    /// <value>Default: 400 days; a day at least.</value>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(400);

    internal ChargingOptions Copy() => (ChargingOptions)MemberwiseClone();
}
