namespace DodoUpsell;

/// <summary>Timeouts and intervals for waiting on, reconciling and pruning charges.</summary>
public sealed class ChargingOptions
{
    /// <summary>
    /// Gets or sets the time that a flow waits for a payment to become final before it returns that the payment is
    /// under way.
    /// </summary>
    /// <value>The default is 10 seconds. Must be between 0 and 2 minutes.</value>
    public TimeSpan WaitBudget { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Gets or sets the time for which a charge whose response was lost is searched for before it counts as not
    /// executed and its key is released.
    /// </summary>
    /// <remarks>
    /// The API may list a payment up to 30 minutes late. Twice <see cref="DodoUpsellOptions.MaxClockSkew"/> is added,
    /// because clocks differ.
    /// </remarks>
    /// <value>The default is 1 hour. Must be at most 7 days, and at least 32 minutes more than
    /// <see cref="DodoUpsellOptions.TotalTimeout"/>.</value>
    public TimeSpan GracePeriod { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets the time for which a plan change quote can be confirmed.</summary>
    /// <remarks>
    /// Limited to half of <see cref="GracePeriod"/>, so that a quote expires long before its charge counts as not
    /// executed.
    /// </remarks>
    /// <value>The default is 10 minutes. Must be between 1 minute and 1 hour.</value>
    public TimeSpan QuoteLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets the interval at which the reconciler checks charges that are not final.</summary>
    /// <value>The default is 30 seconds. Must be between 1 second and 1 hour.</value>
    public TimeSpan ReconcileInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets the time for which final charges are kept. A key whose record was removed can be charged again, so
    /// keep records for as long as a request may be repeated.
    /// </summary>
    /// <value>The default is 400 days. Must be at least one day.</value>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(400);

    internal ChargingOptions Copy() => (ChargingOptions)MemberwiseClone();
}
