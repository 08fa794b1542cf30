namespace DodoUpsell;

/// <summary>
/// Finds, exports and verifies consent receipts: what a customer was shown, who accepted it when, and what was charged.
/// </summary>
public interface IConsentReceipts
{
    /// <summary>Returns the receipt of an offer, or null if there is none.</summary>
    /// <param name="offerId">The id of the offer.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<ConsentReceipt?> FindAsync(string offerId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Exports the receipt of an offer as a JSON document, as evidence in a dispute, or returns null if there is none.
    /// </summary>
    /// <remarks>
    /// The document contains the content exactly as it was hashed, the hashes, and how they are computed. It contains
    /// ids and may contain personal data.
    /// </remarks>
    /// <param name="offerId">The id of the offer.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<string?> ExportAsync(string offerId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Verifies the chain of all receipts, and that there is a receipt for each accepted offer and a charge for each
    /// receipt.
    /// </summary>
    /// <remarks>
    /// A changed, moved or removed receipt is found by the hashes. The removal of the newest receipts leaves an intact
    /// chain: it is found because their offers have no receipt, or by comparing with the head of an earlier report that
    /// you keep elsewhere. Offers that were pruned or erased are not compared.
    /// </remarks>
    /// <param name="knownHead">The head of an earlier report, or null if you have none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<ReceiptReport> VerifyAsync(ReceiptHead? knownHead = null, CancellationToken cancellationToken = default);
}
