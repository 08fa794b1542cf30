namespace DodoUpsell;

/// <summary>Customers, their saved payment methods, wallets and entitlements.</summary>
/// <remarks>
/// Reached through <see cref="IDodoClient.Customers"/>, or from dependency injection. Safe for many threads. Substitute
/// it in tests.
/// </remarks>
public interface ICustomersClient
{
    /// <summary>Lists customers (<c>GET /customers</c>).</summary>
    /// <param name="request">Filters and the size of a page; null for everything.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">A filter is wrong; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    AsyncPageable<Customer> ListAsync(
        ListCustomersRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Creates a customer (<c>POST /customers</c>).</summary>
    /// <remarks>
    /// There is no idempotency key: a second call makes a second customer, so an unknown outcome is not repeated.
    /// </remarks>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">It may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Customer> CreateAsync(CreateCustomerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a customer (<c>GET /customers/{customer_id}</c>).</summary>
    /// <param name="customerId">The customer, <c>cus_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Customer> GetAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes what is set in the request and leaves the rest alone (<c>PATCH /customers/{customer_id}</c>).
    /// </summary>
    /// <param name="customerId">The customer, <c>cus_…</c>.</param>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Customer> UpdateAsync(
        string customerId,
        UpdateCustomerRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the saved payment methods (<c>GET /customers/{customer_id}/payment-methods</c>).</summary>
    /// <remarks>
    /// The order is not documented and expired cards are listed too. A 502 means that the store could not be asked, not
    /// that there are no methods.
    /// </remarks>
    /// <param name="customerId">The customer, <c>cus_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<ListResponse<SavedPaymentMethod>> ListPaymentMethodsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Deletes a saved payment method (<c>DELETE /customers/{customer_id}/payment-methods/{payment_method_id}</c>).
    /// </summary>
    /// <remarks>
    /// Deleting it again succeeds. 409 when an active subscription uses it: move the subscription to another method
    /// first.
    /// </remarks>
    /// <param name="customerId">The customer, <c>cus_…</c>.</param>
    /// <param name="paymentMethodId">The method, <c>pm_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task DeletePaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Makes a link that signs the customer in to the portal for 24 hours (<c>POST
    /// /customers/{customer_id}/customer-portal/session</c>).
    /// </summary>
    /// <remarks>Whoever has the link is the customer: do not log it.</remarks>
    /// <param name="customerId">The customer, <c>cus_…</c>.</param>
    /// <param name="request">Whether to send the link by e-mail, and where to return to; null for neither.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<CustomerPortalSession> CreatePortalSessionAsync(
        string customerId,
        CreatePortalSessionRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists the credit balances of the customer (<c>GET /customers/{customer_id}/credit-entitlements</c>).
    /// </summary>
    /// <param name="customerId">The customer, <c>cus_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<ListResponse<CustomerCreditEntitlement>> ListCreditEntitlementsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists what the customer is entitled to (<c>GET /customers/{customer_id}/entitlements</c>).</summary>
    /// <param name="customerId">The customer, <c>cus_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<ListResponse<CustomerEntitlement>> ListEntitlementsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists the grants of entitlements with their delivery (<c>GET /customers/{customer_id}/entitlement-grants</c>).
    /// </summary>
    /// <param name="customerId">The customer, <c>cus_…</c>.</param>
    /// <param name="request">Filters and the size of a page; null for everything.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">A filter is wrong; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    AsyncPageable<EntitlementGrant> ListEntitlementGrantsAsync(
        string customerId,
        ListEntitlementGrantsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists the wallets of the customer, one for each currency (<c>GET /customers/{customer_id}/wallets</c>).
    /// </summary>
    /// <param name="customerId">The customer, <c>cus_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<CustomerWallets> ListWalletsAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the movements of the wallets (<c>GET /customers/{customer_id}/wallets/ledger-entries</c>).
    /// </summary>
    /// <param name="customerId">The customer, <c>cus_…</c>.</param>
    /// <param name="request">Filters and the size of a page; null for everything.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">A filter is wrong; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    AsyncPageable<WalletLedgerEntry> ListWalletLedgerEntriesAsync(
        string customerId,
        ListWalletLedgerEntriesRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Adds to or takes from a wallet (<c>POST /customers/{customer_id}/wallets/ledger-entries</c>).</summary>
    /// <remarks>
    /// Give an idempotency key: with one a repeat returns the first entry, and the call is retried when its answer is
    /// lost. Without one it is never repeated.
    /// </remarks>
    /// <param name="customerId">The customer, <c>cus_…</c>.</param>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">It may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<CustomerWallet> CreateWalletLedgerEntryAsync(
        string customerId,
        CreateWalletLedgerEntryRequest request,
        CancellationToken cancellationToken = default
    );
}
