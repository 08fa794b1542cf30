namespace DodoUpsell;

/// <summary>Why a plan change was refused. Nothing was charged and the plan is as it was.</summary>
/// <param name="Reason">What is wrong.</param>
/// <param name="Code">The API's code; the default value when the refusal is ours or had none.</param>
/// <param name="Explanation">What happened and what to do, for developers. Not for customers.</param>
public sealed record PlanChangeRefusal(PlanChangeRefusalReason Reason, DodoErrorCode Code, string Explanation);

/// <summary>What is wrong with a plan change that was refused.</summary>
public enum PlanChangeRefusalReason
{
    /// <summary>The API said no for a reason that has no name of its own here; see the code.</summary>
    RefusedByApi = 0,

    /// <summary>There is no such subscription.</summary>
    UnknownSubscription = 1,

    /// <summary>The subscription is not active: on hold, paused, past due, cancelled or ended.</summary>
    NotActive = 2,

    /// <summary>On-demand subscriptions cannot change their plan.</summary>
    OnDemand = 3,

    /// <summary>The subscription ends with the running period. Take the cancellation back first.</summary>
    CancellationScheduled = 4,

    /// <summary>An earlier change, or another payment of the subscription, is not final yet.</summary>
    ChangePending = 5,

    /// <summary>A change is scheduled already. Cancel it, or replace it.</summary>
    ChangeScheduled = 6,

    /// <summary>There is no such product, or it is archived.</summary>
    UnknownProduct = 7,

    /// <summary>The product is not a subscription plan.</summary>
    NotAPlan = 8,

    /// <summary>The new plan, or the maximum, is in another currency than the subscription.</summary>
    OtherCurrency = 9,

    /// <summary>The subscription has all this already.</summary>
    NothingChanges = 10,

    /// <summary>The number of seats is less than 1, or not allowed for this plan.</summary>
    WrongQuantity = 11,

    /// <summary>The add-on does not belong to the plan, or is not on the subscription that should lose it.</summary>
    WrongAddon = 12,

    /// <summary>A scheduled change takes <see cref="ProrationMode.FullImmediately"/> only.</summary>
    WrongModeForSchedule = 13,

    /// <summary>A discount code is unknown, over, used up, or does not fit.</summary>
    WrongDiscount = 14,

    /// <summary>It costs more than the maximum that the call allows.</summary>
    AboveMaximum = 15,

    /// <summary>The change goes the other way than the method's name says.</summary>
    WrongDirection = 16,

    /// <summary>The quote is too old. Preview again and show the new one.</summary>
    QuoteExpired = 17,

    /// <summary>The quote is not as it was issued.</summary>
    QuoteAltered = 18,

    /// <summary>
    /// An upgrade was paid in part only, and this would give the full difference back in the same period.
    /// </summary>
    CreditPingPong = 19,

    /// <summary>Another quote of this subscription is being confirmed.</summary>
    ChangeInProgress = 20,

    /// <summary>Payment on a page is for changes at once whose failure prevents them.</summary>
    WrongPaymentLink = 21,

    /// <summary>The answer was lost, and it was found out that the change was never made. Preview again.</summary>
    NotExecuted = 22,

    /// <summary>The preview does not say what is due, so that no price could be shown or compared.</summary>
    PriceUnknown = 23,

    /// <summary>This node's clock differs too much from the API's. Set it right.</summary>
    ClockNotTrusted = 24,
}
