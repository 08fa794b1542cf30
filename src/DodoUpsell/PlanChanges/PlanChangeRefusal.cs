namespace DodoUpsell;

/// <summary>Describes why a plan change was refused. Nothing was charged and the plan is unchanged.</summary>
/// <param name="Reason">The reason for the refusal.</param>
/// <param name="Code">The API's error code, or the default value if the SDK refused the change or the API sent no
/// code.</param>
/// <param name="Explanation">What happened and what to do, for developers. Do not show it to customers.</param>
public sealed record PlanChangeRefusal(PlanChangeRefusalReason Reason, DodoErrorCode Code, string Explanation);

/// <summary>Specifies why a plan change was refused.</summary>
public enum PlanChangeRefusalReason
{
    /// <summary>The API refused the change for a reason that has no value in this enumeration. See the code.</summary>
    RefusedByApi = 0,

    /// <summary>The subscription does not exist.</summary>
    UnknownSubscription = 1,

    /// <summary>The subscription is not active: it is on hold, paused, past due, cancelled or ended.</summary>
    NotActive = 2,

    /// <summary>The subscription is an on-demand subscription, whose plan cannot be changed.</summary>
    OnDemand = 3,

    /// <summary>The subscription ends with the current period. Revoke the cancellation first.</summary>
    CancellationScheduled = 4,

    /// <summary>An earlier change or another payment of the subscription is not final yet.</summary>
    ChangePending = 5,

    /// <summary>A change is already scheduled. Cancel or replace it.</summary>
    ChangeScheduled = 6,

    /// <summary>The product does not exist or is archived.</summary>
    UnknownProduct = 7,

    /// <summary>The product is not a subscription plan.</summary>
    NotAPlan = 8,

    /// <summary>The currency of the new plan or of the maximum amount differs from the subscription's.</summary>
    OtherCurrency = 9,

    /// <summary>The subscription already has the requested plan, seats, add-ons and discounts.</summary>
    NothingChanges = 10,

    /// <summary>The number of seats is less than 1, or not allowed for this plan.</summary>
    WrongQuantity = 11,

    /// <summary>
    /// The add-on does not belong to the plan, or the subscription does not have the add-on that should be removed.
    /// </summary>
    WrongAddon = 12,

    /// <summary>A scheduled change supports only <see cref="ProrationMode.FullImmediately"/>.</summary>
    WrongModeForSchedule = 13,

    /// <summary>A discount code is unknown, expired, used up, or not applicable.</summary>
    WrongDiscount = 14,

    /// <summary>The change costs more than the maximum amount of the call.</summary>
    AboveMaximum = 15,

    /// <summary>
    /// The change is not of the kind that the method's name says, such as a downgrade in a call of an upgrade method.
    /// </summary>
    WrongDirection = 16,

    /// <summary>The quote has expired. Preview again and show the new quote.</summary>
    QuoteExpired = 17,

    /// <summary>The quote was altered after it was issued.</summary>
    QuoteAltered = 18,

    /// <summary>
    /// An upgrade in this period was paid only in part, and this change would return the full difference.
    /// </summary>
    CreditPingPong = 19,

    /// <summary>Another quote of this subscription is being confirmed.</summary>
    ChangeInProgress = 20,

    /// <summary>Payment on a page requires an immediate change that is not applied if its payment fails.</summary>
    WrongPaymentLink = 21,

    /// <summary>The response was lost, and it was established that the change was not made. Preview again.</summary>
    NotExecuted = 22,

    /// <summary>The preview does not contain the amount due, so no price could be shown or compared.</summary>
    PriceUnknown = 23,

    /// <summary>This node's clock differs too much from the API's clock. Correct the clock.</summary>
    ClockNotTrusted = 24,
}
