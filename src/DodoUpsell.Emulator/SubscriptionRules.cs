namespace DodoUpsell.Emulator;

/// <summary>Options for subscriptions where the API's documentation is silent or contradicts itself.</summary>
public sealed class SubscriptionRules
{
    /// <summary>
    /// Gets the formula of <c>prorated_immediately</c>. The default is the difference of the plans for the rest of the
    /// cycle.
    /// </summary>
    public ProratedFormula ProratedFormula { get; init; } = ProratedFormula.RestOfCycle;

    /// <summary>
    /// Gets the unit in which the rest of a cycle is measured. The default is whole days: a day that has begun counts
    /// as remaining until it is over.
    /// </summary>
    public ProrationUnit ProrationUnit { get; init; } = ProrationUnit.WholeDays;

    /// <summary>Gets how amounts are rounded, line by line. The default is half away from zero.</summary>
    public MidpointRounding Rounding { get; init; } = MidpointRounding.AwayFromZero;

    /// <summary>
    /// Gets whether a prorated or difference change keeps the renewal date. The default is false: a new cycle begins.
    /// </summary>
    /// <remarks>A full charge always begins a new cycle; <c>do_not_bill</c> never does.</remarks>
    public bool KeepRenewalDate { get; init; }

    /// <summary>
    /// Gets whether a month is 30 days and a year 365 days. The default is false: calendar intervals.
    /// </summary>
    public bool FixedDayCycles { get; init; }

    /// <summary>
    /// Gets whether a change stays in force when its payment fails, unless the request specifies it. The default is
    /// true, as in the API.
    /// </summary>
    public bool ApplyChangeOnFailure { get; init; } = true;

    /// <summary>
    /// Gets whether change-plan returns an empty body, as the API did before version 1.113.6. The default is false: it
    /// returns an object.
    /// </summary>
    public bool ChangePlanAnswersEmpty { get; init; }

    /// <summary>Gets whether plan changes may be paid on a hosted page. The default is true.</summary>
    public bool AllowPlanChangeViaPaymentLink { get; init; } = true;

    /// <summary>
    /// Gets whether downgrade credit pays for later plan changes as well as for renewals. The default is true.
    /// </summary>
    public bool CreditPaysPlanChanges { get; init; } = true;

    /// <summary>Gets whether a customer may have one subscription only. The default is false.</summary>
    public bool OneSubscriptionPerCustomer { get; init; }

    /// <summary>
    /// Gets whether pausing uses the boolean <c>pause</c> of API version 1.113.0. The default is false: it uses
    /// <c>status</c>.
    /// </summary>
    public bool PauseByFlag { get; init; }

    /// <summary>
    /// Gets how long a subscription stays <c>past_due</c> after a failed renewal. The default is null: it is put on
    /// hold at once.
    /// </summary>
    public TimeSpan? GracePeriod { get; init; }

    /// <summary>
    /// Gets whether the subscription is cancelled at the end of the grace period. The default is false: it is put on
    /// hold.
    /// </summary>
    public bool CancelAfterGrace { get; init; }

    /// <summary>
    /// Gets how long a softly declined renewal is retried. The default is null: it is not retried. The API suggests 13
    /// days.
    /// </summary>
    public TimeSpan? RetryWindow { get; init; }

    /// <summary>
    /// Gets whether customers are reminded of outstanding payments, which sends <c>dunning.started</c> and
    /// <c>dunning.recovered</c>. The default is false.
    /// </summary>
    /// <remarks>
    /// Reminders start when a subscription is put on hold or becomes <c>past_due</c>, and at the end of a subscription
    /// that was cancelled with the reason <c>cancelled_by_merchant_send_dunning</c>. They end after 7 days.
    /// </remarks>
    public bool Dunning { get; init; }

    /// <summary>
    /// Gets how long after a <c>POST /payments/{id}/retry</c> the next retry of the same invoice is refused. The
    /// default is 24 hours.
    /// </summary>
    public TimeSpan ManualRetryCooldown { get; init; } = TimeSpan.FromHours(24);
}
