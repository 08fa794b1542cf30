using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// Determines when a plan change has succeeded: the amount due is paid, and the subscription has the new plan.
/// </summary>
internal static class PlanChangeTransitions
{
    /// <summary>Returns the record updated with the evidence, or null if nothing changes.</summary>
    public static ChargeRecord? Seen(
        ChargeRecord record,
        PlanChangeEvidence evidence,
        ChargeTimes times,
        DateTimeOffset now
    )
    {
        if (PlanChangeDetails.Of(record) is not { } details)
            return null;
        if (evidence.Payments is not [var (attemptId, payment), ..])
            return WithoutPayment(record, details, evidence, times, now);

        // A new plan that was seen once counts as seen, because the subscription may have changed again since.
        var isShown = details.IsShown || evidence.IsShown;
        var isPaid = PaymentVerdicts.Of(payment) == PaymentVerdict.Succeeded;
        if (record.State == ChargeState.Succeeded)
            return AfterSuccess(record, details, payment, isPaid, isShown);

        // Paid, but the new plan is not visible yet, which usually takes moments. In the end a paid change is recorded
        // as paid, whatever the plan.
        if (
            isPaid
            && !isShown
            && record.State is ChargeState.Sending or ChargeState.Waiting
            && !times.IsPlanOverdue(details.SeenPaidAt ?? now, now)
        )
        {
            return details.SeenPaidAt is null
                ? ChargeTransitions.Accepted(record, attemptId, new(payment.PaymentId), now) with
                {
                    Details = (details with { SeenPaidAt = now }).ToJson(),
                }
                : null;
        }

        return ChargeTransitions.Seen(record, attemptId, payment, times, now) is { } changed
            ? changed with
            {
                Details = (details with { IsShown = isShown }).ToJson(),
            }
            : null;
    }

    public static ChargeRecord Accepted(ChargeRecord record) =>
        PlanChangeDetails.Of(record) is { } details
            ? record with
            {
                Details = (details with { IsAccepted = true }).ToJson(),
            }
            : record;

    // A payment that was listed late, or a plan that became visible late. The outcome remains; the missing data is
    // added.
    private static ChargeRecord? AfterSuccess(
        ChargeRecord record,
        PlanChangeDetails details,
        Payment payment,
        bool isPaid,
        bool isShown
    )
    {
        if (record.PaymentId is null && isPaid && !details.IsScheduled)
            return Next(record, details with { IsShown = isShown }) with
            {
                PaymentId = payment.PaymentId,
                Charged = payment.Total,
                NextCheckAt = null,
            };
        return isShown == details.IsShown ? null : Next(record, details with { IsShown = true });
    }

    // That nothing was paid is certain only once a list would contain the payment. After that the payment is still
    // searched for periodically.
    private static ChargeRecord? WithoutPayment(
        ChargeRecord record,
        PlanChangeDetails details,
        PlanChangeEvidence evidence,
        ChargeTimes times,
        DateTimeOffset now
    )
    {
        if (!evidence.IsShown || record.State != ChargeState.Sending)
            return null;
        if (!details.Due.IsZero && !times.IsSearchOver(record.SentAt ?? record.ClaimedAt, now))
            return null;
        var changed = Next(record, details with { IsShown = true }) with
        {
            State = ChargeState.Succeeded,
            Charged = Money.Zero(details.Due.Currency),
            SettledAt = now,
        };
        return details.Due.IsZero
            ? changed with
            {
                NextCheckAt = null,
            }
            : changed with
            {
                NextCheckAt = now + ChargeTimes.ListingLag,
            };
    }

    private static ChargeRecord Next(ChargeRecord record, PlanChangeDetails details) =>
        record with
        {
            Version = record.Version + 1,
            Details = details.ToJson(),
        };
}
