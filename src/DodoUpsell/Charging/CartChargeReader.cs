namespace DodoUpsell.Charging;

/// <summary>
/// Finds the payments of a cart: by id once the payment is known, otherwise by the attempt id in the metadata of the
/// customer's payments.
/// </summary>
internal sealed class CartChargeReader(IDodoClient dodo) : ChargeReader
{
    // The listing starts this much before the attempt, because clocks differ. The attempt id excludes older payments.
    public static readonly TimeSpan Earlier = TimeSpan.FromDays(1);

    public override async Task<ChargeEvidence> ReadAsync(
        ChargeRecord record,
        ChargeTimes times,
        CancellationToken cancellationToken
    )
    {
        if (record is { State: ChargeState.Waiting, PaymentId: { } paymentId })
        {
            var payment = await dodo.Payments.GetAsync(paymentId, cancellationToken).ConfigureAwait(false);
            return new([new(AttemptOf(record, payment), payment)]);
        }

        // The API cannot search by metadata, so the customer's payments since the attempt are listed and compared.
        var found = new List<SeenPayment>();
        var list = new ListPaymentsRequest
        {
            CustomerId = record.CustomerId,
            CreatedFrom = record.Attempts[0].StartedAt - Earlier,
            PageSize = 100,
        };
        await foreach (var row in dodo.Payments.ListAsync(list, cancellationToken).ConfigureAwait(false))
        {
            if (
                ChargeReference.Read(row.Metadata) is not { } reference
                || ChargeTransitions.AttemptOf(record, reference.AttemptId) is null
            )
                continue;
            found.Add(
                new(
                    reference.AttemptId,
                    await dodo.Payments.GetAsync(row.PaymentId, cancellationToken).ConfigureAwait(false)
                )
            );
        }

        // A failed payment is not conclusive while another payment of the key is under way.
        return new([
            .. found
                .OrderBy(seen => PaymentVerdicts.Of(seen.Payment).IsWithoutCharge())
                .ThenBy(seen => seen.Payment.CreatedAt),
        ]);
    }

    private static string AttemptOf(ChargeRecord record, Payment payment) =>
        payment.Charge is { } reference && ChargeTransitions.AttemptOf(record, reference.AttemptId) is not null
            ? reference.AttemptId
            : record.Attempts[^1].Id;
}
