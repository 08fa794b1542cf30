namespace DodoUpsell;

/// <summary>Provides access to customers and to their saved payment methods, wallets and entitlements.</summary>
/// <remarks>
/// Available as <see cref="IDodoClient.Customers"/> and through dependency injection. Thread-safe. In tests, replace it
/// with your own implementation.
/// </remarks>
public interface ICustomersClient
{
    /// <summary>Lists customers (<c>GET /customers</c>).</summary>
    /// <param name="request">The filters and the page size, or null to list everything.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">A filter is invalid. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    AsyncPageable<Customer> ListAsync(
        ListCustomersRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Creates a customer (<c>POST /customers</c>).</summary>
    /// <remarks>
    /// The operation has no idempotency key: a second call creates a second customer. It is therefore not repeated if
    /// its outcome is unknown.
    /// </remarks>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">The request may or may not have been executed. Check its outcome
    /// before repeating it.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Customer> CreateAsync(CreateCustomerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets a customer (<c>GET /customers/{customer_id}</c>).</summary>
    /// <param name="customerId">The id of the customer, <c>cus_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Customer> GetAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Updates the properties that are set in the request; other properties are unchanged (<c>PATCH
    /// /customers/{customer_id}</c>).
    /// </summary>
    /// <param name="customerId">The id of the customer, <c>cus_…</c>.</param>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Customer> UpdateAsync(
        string customerId,
        UpdateCustomerRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists the saved payment methods of a customer (<c>GET /customers/{customer_id}/payment-methods</c>).
    /// </summary>
    /// <remarks>
    /// The order is not documented, and expired cards are included. Status 502 means that the payment method store is
    /// unavailable, not that the customer has no payment methods.
    /// </remarks>
    /// <param name="customerId">The id of the customer, <c>cus_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<ListResponse<SavedPaymentMethod>> ListPaymentMethodsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Deletes a saved payment method (<c>DELETE /customers/{customer_id}/payment-methods/{payment_method_id}</c>).
    /// </summary>
    /// <remarks>
    /// Deleting an already deleted payment method succeeds. Fails with status 409 if an active subscription uses the
    /// payment method: move the subscription to another payment method first.
    /// </remarks>
    /// <param name="customerId">The id of the customer, <c>cus_…</c>.</param>
    /// <param name="paymentMethodId">The id of the payment method, <c>pm_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task DeletePaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Creates a link that signs the customer in to the portal for 24 hours (<c>POST
    /// /customers/{customer_id}/customer-portal/session</c>).
    /// </summary>
    /// <remarks>The link signs in anyone who has it. Do not log it.</remarks>
    /// <param name="customerId">The id of the customer, <c>cus_…</c>.</param>
    /// <param name="request">Whether to send the link by e-mail, and the return URL; or null for neither.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<CustomerPortalSession> CreatePortalSessionAsync(
        string customerId,
        CreatePortalSessionRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists the credit balances of a customer (<c>GET /customers/{customer_id}/credit-entitlements</c>).
    /// </summary>
    /// <param name="customerId">The id of the customer, <c>cus_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<ListResponse<CustomerCreditEntitlement>> ListCreditEntitlementsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the entitlements of a customer (<c>GET /customers/{customer_id}/entitlements</c>).</summary>
    /// <param name="customerId">The id of the customer, <c>cus_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<ListResponse<CustomerEntitlement>> ListEntitlementsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists the entitlement grants of a customer, including their delivery (<c>GET
    /// /customers/{customer_id}/entitlement-grants</c>).
    /// </summary>
    /// <param name="customerId">The id of the customer, <c>cus_…</c>.</param>
    /// <param name="request">The filters and the page size, or null to list everything.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">A filter is invalid. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    AsyncPageable<EntitlementGrant> ListEntitlementGrantsAsync(
        string customerId,
        ListEntitlementGrantsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Gets the wallets of a customer, one per currency (<c>GET /customers/{customer_id}/wallets</c>).
    /// </summary>
    /// <param name="customerId">The id of the customer, <c>cus_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<CustomerWallets> ListWalletsAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the ledger entries of a customer's wallets (<c>GET /customers/{customer_id}/wallets/ledger-entries</c>).
    /// </summary>
    /// <param name="customerId">The id of the customer, <c>cus_…</c>.</param>
    /// <param name="request">The filters and the page size, or null to list everything.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">A filter is invalid. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    AsyncPageable<WalletLedgerEntry> ListWalletLedgerEntriesAsync(
        string customerId,
        ListWalletLedgerEntriesRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Credits or debits a customer's wallet (<c>POST /customers/{customer_id}/wallets/ledger-entries</c>).
    /// </summary>
    /// <remarks>
    /// Set an idempotency key: a repeated call then returns the original entry, and the call is retried if the response
    /// is lost. Without an idempotency key, the call is never retried.
    /// </remarks>
    /// <param name="customerId">The id of the customer, <c>cus_…</c>.</param>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">The request may or may not have been executed. Check its outcome
    /// before repeating it.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<CustomerWallet> CreateWalletLedgerEntryAsync(
        string customerId,
        CreateWalletLedgerEntryRequest request,
        CancellationToken cancellationToken = default
    );
}
