using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// Reads the state of a plan change: its payment, by id or by the attempt id in the metadata, then the subscription.
/// </summary>
internal sealed class PlanChangeReader(IDodoClient dodo, TimeProvider clock) : ChargeReader
{
    // A list may show a payment as it was some time ago. A refund is hardly older than that in the first minute after
    // the request, when the caller waits for the outcome.
    private static readonly TimeSpan RowLifetime = TimeSpan.FromMinutes(1);

    public override async Task<ChargeEvidence> ReadAsync(
        ChargeRecord record,
        ChargeTimes times,
        CancellationToken cancellationToken
    )
    {
        if (record.SentAt is null)
            return ChargeEvidence.None;

        // The plan changes when its payment ends, so it is read after the payment.
        var payment = await FindPaymentAsync(record, cancellationToken).ConfigureAwait(false);
        return new PlanChangeEvidence(
            payment is null ? [] : [new(record.Attempts[^1].Id, payment)],
            await IsShownAsync(record, cancellationToken).ConfigureAwait(false)
        );
    }

    public override async Task<ChargeEvidence> SeeAsync(
        ChargeRecord record,
        SeenPayment seen,
        CancellationToken cancellationToken
    ) =>
        record.SentAt is null
            ? ChargeEvidence.None
            : new PlanChangeEvidence([seen], await IsShownAsync(record, cancellationToken).ConfigureAwait(false));

    public override ChargeRecord? Follow(
        ChargeRecord record,
        ChargeEvidence evidence,
        ChargeTimes times,
        DateTimeOffset now
    ) => evidence is PlanChangeEvidence read ? PlanChangeTransitions.Seen(record, read, times, now) : null;

    private async Task<bool> IsShownAsync(ChargeRecord record, CancellationToken cancellationToken) =>
        PlanChangeDetails
            .Of(record)
            ?.AreShownBy(
                await dodo.Subscriptions.GetAsync(record.SubscriptionId!, cancellationToken).ConfigureAwait(false)
            ) == true;

    // One request was sent for the quote, so there is at most one payment. If there are more, the successful one
    // counts.
    private async Task<Payment?> FindPaymentAsync(ChargeRecord record, CancellationToken cancellationToken)
    {
        if (record.PaymentId is { } known)
            return await dodo.Payments.GetAsync(known, cancellationToken).ConfigureAwait(false);
        Payment? found = null;
        var list = new ListPaymentsRequest
        {
            SubscriptionId = record.SubscriptionId,
            CreatedFrom = record.Attempts[0].StartedAt - CartChargeReader.Earlier,
            PageSize = 100,
        };
        var isFresh = IsFresh(record);
        await foreach (var row in dodo.Payments.ListAsync(list, cancellationToken).ConfigureAwait(false))
        {
            if (
                ChargeReference.Read(row.Metadata) is not { } reference
                || ChargeTransitions.AttemptOf(record, reference.AttemptId) is null
            )
                continue;
            found =
                (isFresh ? PaymentRow.AsPaid(row) : null)
                ?? await dodo.Payments.GetAsync(row.PaymentId, cancellationToken).ConfigureAwait(false);
            if (found.Status == PaymentStatus.Succeeded)
                return found;
        }

        return found;
    }

    private bool IsFresh(ChargeRecord record)
    {
        var age = clock.GetUtcNow() - record.SentAt;
        return age >= TimeSpan.Zero && age <= RowLifetime;
    }
}

/// <summary>
/// The evidence for a plan change: its payment if there is one, and whether the subscription has the new plan.
/// </summary>
internal sealed record PlanChangeEvidence(IReadOnlyList<SeenPayment> Payments, bool IsShown) : ChargeEvidence(Payments);
