namespace DodoUpsell;

/// <summary>Provides access to refunds of payments.</summary>
/// <remarks>
/// Available as <see cref="IDodoClient.Refunds"/> and through dependency injection. Thread-safe. In tests, replace it
/// with your own implementation.
/// </remarks>
public interface IRefundsClient
{
    /// <summary>Lists refunds (<c>GET /refunds</c>).</summary>
    /// <param name="request">The filters and the page size, or null to list everything.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">A filter is invalid. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    AsyncPageable<RefundListItem> ListAsync(
        ListRefundsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Refunds a payment, in full or in part, within 30 days of the payment (<c>POST /refunds</c>).</summary>
    /// <remarks>
    /// The call moves money: it is not repeated if the response is lost. Prorated lines of a plan change cannot be
    /// refunded individually.
    /// </remarks>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">The request may or may not have been executed. Check its outcome
    /// before repeating it.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Refund> CreateAsync(CreateRefundRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets a refund (<c>GET /refunds/{refund_id}</c>).</summary>
    /// <param name="refundId">The id of the refund, <c>ref_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Refund> GetAsync(string refundId, CancellationToken cancellationToken = default);
}
