using System.Text.Json.Serialization.Metadata;

namespace DodoUpsell;

/// <summary>
/// Provides typed access to the Dodo Payments API: one property for each resource, one method for each operation.
/// </summary>
/// <remarks>
/// Thread-safe. Create one instance and keep it. Retries depend on what an operation does: a charge is never sent again
/// unless it provably was not executed.
/// </remarks>
/// <example>
/// <code>
/// var dodo = new DodoClient("your-api-key", DodoEnvironment.Test);
/// CheckoutSession session = await dodo.CheckoutSessions.CreateAsync(new()
/// {
///     ProductCart = [new() { ProductId = "pdt_…", Quantity = 1 }],
///     Customer = CustomerReference.Existing("cus_…"),
///     PaymentMethodId = "pm_…",
///     Confirm = true,
/// });
/// // An accepted payment is not a paid one: read it until it is final.
/// Payment payment = await dodo.Payments.GetAsync(session.PaymentId!);
/// </code>
/// </example>
public interface IDodoClient
{
    /// <summary>Gets the client for customers, their saved payment methods, wallets and entitlements.</summary>
    ICustomersClient Customers { get; }

    /// <summary>
    /// Gets the client for checkout sessions: hosted checkout pages, and one-click charges of a saved payment method.
    /// </summary>
    ICheckoutSessionsClient CheckoutSessions { get; }

    /// <summary>Gets the client for payments, their line items and their invoices.</summary>
    IPaymentsClient Payments { get; }

    /// <summary>Gets the client for subscriptions and their plan changes.</summary>
    ISubscriptionsClient Subscriptions { get; }

    /// <summary>Gets the client for the product catalogue. Read-only.</summary>
    IProductsClient Products { get; }

    /// <summary>Gets the client for add-ons of subscription products. Read-only.</summary>
    IAddonsClient Addons { get; }

    /// <summary>Gets the client for discount codes.</summary>
    IDiscountsClient Discounts { get; }

    /// <summary>Gets the client for refunds of payments.</summary>
    IRefundsClient Refunds { get; }

    /// <summary>Gets the client for webhook endpoints.</summary>
    IWebhookEndpointsClient WebhookEndpoints { get; }

    /// <summary>Gets the client for reference data that rarely changes.</summary>
    IReferenceClient Reference { get; }

    /// <summary>Gets the environment that is called (test or live).</summary>
    DodoEnvironment Environment { get; }

    /// <summary>Gets the difference between this node's clock and the API's clock.</summary>
    ClockStatus Clock { get; }

    /// <summary>
    /// Returns a client with different options for the calls made through it: headers, timeouts, retries, or access to
    /// the raw response.
    /// </summary>
    /// <remarks>The client shares its connections and rate limit with this one.</remarks>
    /// <example>
    /// <code>
    /// await dodo.WithOptions(new() { OnResponse = raw => Console.WriteLine(raw.StatusCode) })
    ///     .Customers.GetAsync("cus_…");
    /// </code>
    /// </example>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    IDodoClient WithOptions(RequestOptions options);

    /// <summary>Calls an operation that this SDK has no method for, without a body.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path and query relative to the API's root, escaped, such as
    /// <c>/brands?page_size=10</c>.</param>
    /// <param name="resultType">The type information for reading the response, from a source-generated JSON
    /// context.</param>
    /// <param name="safety">How often the request may be sent, or null for <see cref="OperationSafety.Read"/> on GET
    /// and <see cref="OperationSafety.Charge"/> otherwise.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request that has been sent is not
    /// cancelled.</param>
    /// <exception cref="ArgumentException">The path is invalid. Nothing was sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">A charge may have been executed. Determine its outcome before you
    /// repeat it.</exception>
    /// <exception cref="DodoException">The call failed. The derived type describes the failure.</exception>
    Task<TResult> SendAsync<TResult>(
        HttpMethod method,
        string path,
        JsonTypeInfo<TResult> resultType,
        OperationSafety? safety = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Calls an operation that this SDK has no method for, with a body.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path and query relative to the API's root, escaped, such as
    /// <c>/brands?page_size=10</c>.</param>
    /// <param name="body">The body to send.</param>
    /// <param name="bodyType">The type information for writing the body, from a source-generated JSON context.</param>
    /// <param name="resultType">The type information for reading the response, from a source-generated JSON
    /// context.</param>
    /// <param name="safety">How often the request may be sent, or null for <see cref="OperationSafety.Read"/> on GET
    /// and <see cref="OperationSafety.Charge"/> otherwise.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request that has been sent is not
    /// cancelled.</param>
    /// <exception cref="ArgumentException">The path is invalid. Nothing was sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">A charge may have been executed. Determine its outcome before you
    /// repeat it.</exception>
    /// <exception cref="DodoException">The call failed. The derived type describes the failure.</exception>
    Task<TResult> SendAsync<TBody, TResult>(
        HttpMethod method,
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<TResult> resultType,
        OperationSafety? safety = null,
        CancellationToken cancellationToken = default
    );
}
