namespace DodoUpsell;

/// <summary>Refunds of payments.</summary>
/// <remarks>
/// Reached through <see cref="IDodoClient.Refunds"/>, or from dependency injection. Safe for many threads. Substitute
/// it in tests.
/// </remarks>
public interface IRefundsClient
{
    /// <summary>Lists refunds (<c>GET /refunds</c>).</summary>
    /// <param name="request">Filters and the size of a page; null for everything.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">A filter is wrong; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    AsyncPageable<RefundListItem> ListAsync(
        ListRefundsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Refunds a payment, whole or in part, within 30 days (<c>POST /refunds</c>).</summary>
    /// <remarks>
    /// Money moves: it is not repeated when its answer is lost. Prorated lines of a plan change cannot be refunded one
    /// by one.
    /// </remarks>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">It may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Refund> CreateAsync(CreateRefundRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a refund (<c>GET /refunds/{refund_id}</c>).</summary>
    /// <param name="refundId">The refund, <c>ref_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Refund> GetAsync(string refundId, CancellationToken cancellationToken = default);
}
