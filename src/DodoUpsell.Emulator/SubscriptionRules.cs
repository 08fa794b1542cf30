namespace DodoUpsell.Emulator;

/// <summary>How subscriptions behave where the API's documentation is silent or says two things.</summary>
public sealed class SubscriptionRules
{
    /// <summary>
    /// Gets how <c>prorated_immediately</c> is reckoned. Default: the difference of the plans for the rest of the
    /// cycle.
    /// </summary>
    public ProratedFormula ProratedFormula { get; init; } = ProratedFormula.RestOfCycle;

    /// <summary>
    /// Gets what the rest of a cycle is measured in. Default: whole days, those that have begun to pass not counted.
    /// </summary>
    public ProrationUnit ProrationUnit { get; init; } = ProrationUnit.WholeDays;

    /// <summary>Gets how amounts are rounded, line by line. Default: half away from zero.</summary>
    public MidpointRounding Rounding { get; init; } = MidpointRounding.AwayFromZero;

    /// <summary>
    /// Gets whether a prorated or difference change keeps the renewal date. Default: false, a new cycle begins.
    /// </summary>
    /// <remarks>Full charges always begin a new cycle; <c>do_not_bill</c> never does.</remarks>
    public bool KeepRenewalDate { get; init; }

    /// <summary>Gets whether a month is 30 days and a year 365. Default: false, calendar intervals.</summary>
    public bool FixedDayCycles { get; init; }

    /// <summary>
    /// Gets whether a change stays in force when its payment fails, unless the request says. Default: true, as in the
    /// API.
    /// </summary>
    public bool ApplyChangeOnFailure { get; init; } = true;

    /// <summary>
    /// Gets whether change-plan answers with an empty body, as the API did before version 1.113.6. Default: false, with
    /// an object.
    /// </summary>
    public bool ChangePlanAnswersEmpty { get; init; }

    /// <summary>Gets whether plan changes may be paid on a page. Default: true.</summary>
    public bool AllowPlanChangeViaPaymentLink { get; init; } = true;

    /// <summary>
    /// Gets whether downgrade credit pays for later plan changes too. Default: true; otherwise for renewals only.
    /// </summary>
    public bool CreditPaysPlanChanges { get; init; } = true;

    /// <summary>Gets whether a customer may have one subscription only. Default: false.</summary>
    public bool OneSubscriptionPerCustomer { get; init; }

    /// <summary>
    /// Gets whether pausing is the boolean <c>pause</c> of API version 1.113.0. Default: false, by <c>status</c>.
    /// </summary>
    public bool PauseByFlag { get; init; }

    /// <summary>
    /// Gets how long a failed renewal leaves the subscription <c>past_due</c>. Default: null, it is put on hold at
    /// once.
    /// </summary>
    public TimeSpan? GracePeriod { get; init; }

    /// <summary>Gets whether the end of the grace period cancels. Default: false, it puts on hold.</summary>
    public bool CancelAfterGrace { get; init; }

    /// <summary>
    /// Gets how long a renewal that was declined softly is tried again. Default: null, never; the API suggests 13 days.
    /// </summary>
    public TimeSpan? RetryWindow { get; init; }

    /// <summary>
    /// Gets whether customers are reminded of what they owe, which sends <c>dunning.started</c> and
    /// <c>dunning.recovered</c>. Default: false.
    /// </summary>
    /// <remarks>
    /// Reminders start when a subscription is put on hold or becomes <c>past_due</c>, and when it ends that was
    /// cancelled with the reason <c>cancelled_by_merchant_send_dunning</c>. They end after 7 days.
    /// </remarks>
    public bool Dunning { get; init; }

    /// <summary>
    /// Gets how long after a retry by <c>POST /payments/{id}/retry</c> the next one of the same invoice is refused.
    /// Default: 24 hours.
    /// </summary>
    public TimeSpan ManualRetryCooldown { get; init; } = TimeSpan.FromHours(24);
}
