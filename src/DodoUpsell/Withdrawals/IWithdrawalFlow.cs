namespace DodoUpsell;

/// <summary>
/// Lets consumers withdraw from contracts online, as article 11a of Directive 2011/83/EU requires since 19 June 2026.
/// </summary>
/// <remarks>
/// Register it with <c>AddWithdrawals</c>. A withdrawal is stated, then confirmed. A confirmed withdrawal is always
/// recorded and acknowledged, even if it is late or no money can move automatically. A background worker then refunds
/// and cancels by the seller's <see cref="IWithdrawalPolicy"/>. A refund is requested at most once.
/// </remarks>
public interface IWithdrawalFlow
{
    /// <summary>
    /// Lists the contracts from which a subject can withdraw now, and those from which it has withdrawn, the newest
    /// first (<c>GET /payments</c>, <c>GET /subscriptions</c>).
    /// </summary>
    /// <param name="subject">The subject that your app has authenticated.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="DodoException">The API could not be read.</exception>
    Task<IReadOnlyList<WithdrawalContract>> ListContractsAsync(
        SubjectIds subject,
        CancellationToken cancellationToken = default
    );

    /// <summary>Returns a contract, or null if there is none or the caller has no access to it.</summary>
    /// <param name="access">The subject that your app has authenticated, or the contract of a verified link.</param>
    /// <param name="contractId">The id of the payment or the subscription.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="DodoException">The API could not be read.</exception>
    Task<WithdrawalContract?> FindContractAsync(
        WithdrawalAccess access,
        string contractId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// States a withdrawal, which has no effect until it is confirmed. If the contract was withdrawn from already, that
    /// withdrawal is returned.
    /// </summary>
    /// <returns>The withdrawal, or null if there is no such contract or the caller has no access to it.</returns>
    /// <param name="request">Who withdraws from which contract.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentException">The name or the contact is missing or too long.</exception>
    /// <exception cref="DodoException">The API could not be read. Nothing was stated.</exception>
    Task<Withdrawal?> StateAsync(StateWithdrawalRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Confirms a withdrawal: it is recorded with its exact content and the time. Refunds and cancellations follow in the
    /// background.
    /// </summary>
    /// <remarks>
    /// A repeated call, and a second withdrawal from the same contract, return the first withdrawal with the same
    /// acknowledgement. The API is not called, so a withdrawal can be confirmed while the API is not available.
    /// </remarks>
    /// <param name="access">The subject that your app has authenticated, or the contract of a verified link.</param>
    /// <param name="withdrawalId">The id of the withdrawal.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The withdrawal, or null if there is none or the caller has no access to it.</returns>
    Task<Withdrawal?> ConfirmAsync(
        WithdrawalAccess access,
        string withdrawalId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Returns a withdrawal, or null if there is none or the caller has no access to it.</summary>
    /// <param name="access">The subject that your app has authenticated, or the contract of a verified link.</param>
    /// <param name="withdrawalId">The id of the withdrawal.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<Withdrawal?> FindAsync(
        WithdrawalAccess access,
        string withdrawalId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Closes the review of a withdrawal, once your staff has decided and has done what was left. No money moves.
    /// </summary>
    /// <remarks>
    /// Refunds that need a review become <see cref="WithdrawalRefundStatus.Closed"/> and are not requested any more. When
    /// nothing else is under way, the withdrawal is completed. If another refund of it fails later, it needs a review again.
    /// This method is for your staff, not for consumers: check who calls it.
    /// </remarks>
    /// <param name="withdrawalId">The id of the withdrawal.</param>
    /// <param name="version">The <see cref="Withdrawal.Version"/> that your staff has seen. If the withdrawal has changed
    /// since, it stays open, because the change may need a review as well.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the review was closed. False if there is no such withdrawal, if it does not need a review, or if
    /// it has changed.</returns>
    Task<bool> CloseReviewAsync(string withdrawalId, int version, CancellationToken cancellationToken = default);

    /// <summary>
    /// Erases the name, the contact and the acknowledgement of a subject's withdrawals, and removes those that were not
    /// confirmed.
    /// </summary>
    /// <remarks>
    /// A withdrawal that is still being processed is kept. Erase the subject again later. Call this method before
    /// <see cref="IOfferFlow.EraseAsync"/>, which removes the links between a user and its customers. Acknowledgements are
    /// evidence: check how long you must keep them.
    /// </remarks>
    /// <param name="subject">The subject to erase.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The number of erased and removed withdrawals.</returns>
    Task<int> EraseAsync(SubjectIds subject, CancellationToken cancellationToken = default);
}
