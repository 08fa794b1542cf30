using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>What follows for a plan change's record from what was read. Pure. Success means both: what was due is paid, and the subscription has the new plan.</summary>
internal static class PlanChangeTransitions
{
    // Charges are settled within two minutes as a rule. A plan that changed without one for that long changed without one.
    private static readonly TimeSpan PaymentAppears = TimeSpan.FromMinutes(2);

    /// <summary>The record as it follows; null when nothing changes.</summary>
    public static ChargeRecord? Seen(ChargeRecord record, PlanChangeEvidence evidence, TimeSpan gracePeriod, DateTimeOffset now)
    {
        if (PlanChangeDetails.Of(record) is not { } details) return null;
        if (evidence.Payment is not { } payment) return WithoutPayment(record, details, evidence, now);

        // What was seen once has happened; the subscription may have changed again since.
        var isShown = details.IsShown || evidence.IsShown;
        if (record is { State: ChargeState.Succeeded, PaymentId: null } && !details.IsScheduled && payment.Status == PaymentStatus.Succeeded) return Next(record, details) with { PaymentId = payment.PaymentId, Charged = payment.Total };

        if (record.State == ChargeState.Succeeded && isShown != details.IsShown) return Next(record, details with { IsShown = true });

        // Paid, and the plan is not there yet: moments as a rule. What was paid is recorded as paid in the end, whatever the plan says.
        var paidAt = details.SeenPaidAt ?? now;
        if (payment.Status == PaymentStatus.Succeeded && !isShown && (record.State is ChargeState.Sending or ChargeState.Waiting) && now < paidAt + gracePeriod)
        {
            return details.SeenPaidAt is null
                ? ChargeTransitions.Accepted(record, evidence.AttemptId, payment.PaymentId, now) with { ActionUrl = null, Details = (details with { SeenPaidAt = now }).ToJson() }
                : null;
        }

        return ChargeTransitions.Seen(record, evidence.AttemptId, payment, now) is { } changed
            ? changed with { Details = (details with { IsShown = isShown }).ToJson() }
            : null;
    }

    public static ChargeRecord Accepted(ChargeRecord record) =>
        PlanChangeDetails.Of(record) is { } details ? record with { Details = (details with { IsAccepted = true }).ToJson() } : record;

    private static ChargeRecord? WithoutPayment(ChargeRecord record, PlanChangeDetails details, PlanChangeEvidence evidence, DateTimeOffset now)
    {
        if (!evidence.IsShown || record.State != ChargeState.Sending) return null;
        if (!details.Due.IsZero && now < record.SentAt + PaymentAppears) return null;
        return Next(record, details with { IsShown = true }) with { State = ChargeState.Succeeded, Charged = Money.Zero(details.Due.Currency), SettledAt = now, NextCheckAt = null };
    }

    private static ChargeRecord Next(ChargeRecord record, PlanChangeDetails details) => record with { Version = record.Version + 1, Details = details.ToJson() };
}
