using static DodoUpsell.PlanChangeRefusalReason;

namespace DodoUpsell.Offers;

/// <summary>Interprets the outcome of a plan change for which nothing was sent.</summary>
internal static class PlanChangeEnds
{
    public static ChargeEnd.Nothing NothingSent(PlanChangeOutcome outcome, ChargeRecord? record) =>
        outcome switch
        {
            PlanChangeOutcome.QuoteChanged => new(Offers.NothingSent.Changed),

            // A refusal that is kept in the record came after the preparation, and left nothing sent: it was transient.
            PlanChangeOutcome.Refused refused => new(
                record?.State == ChargeState.Refused ? Offers.NothingSent.ForNow : Of(refused.Refusal),
                refused.Refusal.Explanation
            ),
            _ => new(Offers.NothingSent.ForNow),
        };

    /// <summary>Returns whether a change that was refused beforehand can be tried again.</summary>
    public static NothingSent Of(PlanChangeRefusal refusal) =>
        refusal.Reason
            is ChangePending
                or ChangeInProgress
                or NotExecuted
                or QuoteExpired
                or PriceUnknown
                or ClockNotTrusted
            ? Offers.NothingSent.ForNow
            : Offers.NothingSent.RefusedForGood;
}
