namespace DodoUpsell.Chaos;

/// <summary>Checks what holds for every offer: one final state, and a receipt for each charge and none without.</summary>
internal static class OfferJudgement
{
    public const string Lost = "offers_lost";
    public const string Left = "offers_left_open";
    public const string Moved = "offers_moved_after_their_end";
    public const string PaidNotAccepted = "paid_offers_not_accepted";
    public const string AcceptedUnpaid = "accepted_offers_not_paid";
    public const string AfterNo = "charges_after_a_no_or_the_expiry";
    public const string AfterEnd = "charges_made_after_the_offer_failed";
    public const string WithoutReceipt = "charges_without_receipt";
    public const string ReceiptAlone = "receipts_without_charge";
    public const string BrokenChain = "broken_receipt_chains";
    public const string OtherAmount = "receipts_of_another_payment";

    public static IReadOnlyList<string> All { get; } =
    [
        Lost,
        Left,
        Moved,
        PaidNotAccepted,
        AcceptedUnpaid,
        AfterNo,
        AfterEnd,
        WithoutReceipt,
        ReceiptAlone,
        BrokenChain,
        OtherAmount,
    ];

    public static IEnumerable<string> Of(Ending ending, string key)
    {
        if (ending.Offer is not { Record: { } offer } end)
        {
            yield return Lost;
            yield break;
        }

        var record = ending.Records.GetValueOrDefault(key);
        var isPaid = record?.State == ChargeState.Succeeded;
        if (offer.State is OfferState.Open or OfferState.Accepting)
            yield return Left;
        if (isPaid && offer.State != OfferState.Accepted)
            yield return PaidNotAccepted;
        if (!isPaid && offer.State == OfferState.Accepted)
            yield return AcceptedUnpaid;

        // A failed offer may still be found to be paid. Every other end is the end.
        if (end.Moves.Any(move => move.From is OfferState.Accepted or OfferState.Declined or OfferState.Expired))
            yield return Moved;
        if (ending.Charges.Count > 0 && end.Moves.Any(move => move.To is OfferState.Declined or OfferState.Expired))
            yield return AfterNo;

        // A payment that is found late was made before the offer failed. On a page, the customer pays knowingly.
        if (
            ending.Charges.Any(charge =>
                !ending.PaidOnPages().Contains(charge.PaymentId)
                && end.Moves.Any(move => move.To == OfferState.Failed && move.At < ending.CreatedAt(charge.PaymentId))
            )
        )
            yield return AfterEnd;
        var hasCharge = record?.State is ChargeState.Succeeded or ChargeState.Refunded;
        if ((hasCharge || ending.Charges.Count > 0) && end.Receipt is null)
            yield return WithoutReceipt;
        if (!hasCharge && end.Receipt is not null)
            yield return ReceiptAlone;
        if (
            end.Receipt?.Json is { } json
            && record?.PaymentId is { } paymentId
            && !json.Contains($"\"{paymentId}\"", StringComparison.Ordinal)
        )
            yield return OtherAmount;
        if (!end.Report.IsIntact)
            yield return BrokenChain;
        if (
            ending.Charges.Any(charge =>
                charge.Amount > offer.Shown.MinorUnits && !ending.PaidOnPages().Contains(charge.PaymentId)
            )
        )
            yield return Judgement.AboveShown;
    }
}

/// <summary>What became of the offer of a run.</summary>
/// <param name="Record">The record, or null if there is none any more.</param>
/// <param name="Receipt">The receipt, or null if there is none.</param>
/// <param name="Moves">Every change of its state.</param>
/// <param name="Report">What verifying all receipts said.</param>
internal sealed record OfferEnd(
    OfferRecord? Record,
    ConsentReceipt? Receipt,
    IReadOnlyList<OfferMove> Moves,
    ReceiptReport Report
)
{
    public static async Task<OfferEnd> ReadAsync(
        IOfferStore store,
        string offerId,
        IReadOnlyList<OfferMove> moves,
        ReceiptReport report
    ) =>
        new(
            await store.FindAsync(DodoEnvironment.Test, offerId).ConfigureAwait(false),
            await store.FindReceiptAsync(DodoEnvironment.Test, offerId).ConfigureAwait(false),
            moves,
            report
        );
}

/// <summary>A change of an offer's state that was stored.</summary>
internal sealed record OfferMove(string OfferId, OfferState From, OfferState To)
{
    /// <summary>The time by the API's clock, or null if the processes have clocks of their own.</summary>
    public DateTimeOffset? At { get; init; }
}
