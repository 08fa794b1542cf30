namespace DodoUpsell;

/// <summary>Payments, their lines and their invoices.</summary>
/// <remarks>Reached through <see cref="IDodoClient.Payments"/>, or from dependency injection. Safe for many threads. Substitute it in tests.</remarks>
public interface IPaymentsClient
{
    /// <summary>Lists payments (<c>GET /payments</c>).</summary>
    /// <remarks>Metadata is on each row but cannot be searched for; filter by customer and time, and compare. Very high page numbers are capped by the API.</remarks>
    /// <param name="request">Filters and the size of a page; null for everything.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">A filter is wrong; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    AsyncPageable<PaymentListItem> ListAsync(ListPaymentsRequest? request = null, CancellationToken cancellationToken = default);

    /// <summary>Charges a saved payment method, or makes a payment link, for one-time products (<c>POST /payments</c>).</summary>
    /// <remarks>Deprecated by the API in favour of checkout sessions, and still its only way to pay without one. A charge: it is not repeated when its answer is lost. The answer has no status; read the payment.</remarks>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">It may have been executed. Find out before you repeat it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<CreatedPayment> CreateAsync(CreatePaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a payment (<c>GET /payments/{payment_id}</c>).</summary>
    /// <param name="paymentId">The payment, <c>pay_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Payment> GetAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>Lists what was paid for, and how much of each line can be refunded (<c>GET /payments/{payment_id}/line-items</c>).</summary>
    /// <param name="paymentId">The payment, <c>pay_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<PaymentLineItems> ListLineItemsAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>Downloads the invoice as a PDF (<c>GET /invoices/payments/{payment_id}</c>).</summary>
    /// <param name="paymentId">The payment, <c>pay_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <returns>The bytes of the PDF.</returns>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<byte[]> DownloadInvoiceAsync(string paymentId, CancellationToken cancellationToken = default);
}
