using System.Text.Json.Serialization.Metadata;

namespace DodoUpsell;

/// <summary>
/// Typed access to the Dodo Payments API: one property for each resource, one method for each request.
/// </summary>
/// <remarks>
/// Safe for many threads; make one and keep it. Calls are retried by what they do: a charge never without proof that it
/// was not executed.
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
/// Payment payment = await dodo.Payments.GetAsync(session.PaymentId!);   // accepted is not paid: read until it is final
/// </code>
/// </example>
public interface IDodoClient
{
    /// <summary>Customers, their saved payment methods, wallets and entitlements.</summary>
    ICustomersClient Customers { get; }

    /// <summary>Checkout sessions: hosted pages, and one-click charges of a saved payment method.</summary>
    ICheckoutSessionsClient CheckoutSessions { get; }

    /// <summary>Payments, their lines and their invoices.</summary>
    IPaymentsClient Payments { get; }

    /// <summary>Subscriptions and their plan changes.</summary>
    ISubscriptionsClient Subscriptions { get; }

    /// <summary>Gets the product catalogue, read-only.</summary>
    IProductsClient Products { get; }

    /// <summary>Gets the add-ons of subscription products, read-only.</summary>
    IAddonsClient Addons { get; }

    /// <summary>Discount codes.</summary>
    IDiscountsClient Discounts { get; }

    /// <summary>Refunds of payments.</summary>
    IRefundsClient Refunds { get; }

    /// <summary>Gets where webhooks are delivered to.</summary>
    IWebhookEndpointsClient WebhookEndpoints { get; }

    /// <summary>Facts that rarely change.</summary>
    IReferenceClient Reference { get; }

    /// <summary>Gets the environment that is called, test or live.</summary>
    DodoEnvironment Environment { get; }

    /// <summary>Gets how far this node's clock is from the API's.</summary>
    ClockStatus Clock { get; }

    /// <summary>
    /// The same client with other options for the calls made through it: headers, timeouts, retries, or a look at the
    /// raw answer.
    /// </summary>
    /// <remarks>Connections and the rate limit are shared with this one.</remarks>
    /// <example>
    /// <code>
    /// await dodo.WithOptions(new() { OnResponse = raw => Console.WriteLine(raw.StatusCode) }).Customers.GetAsync("cus_…");
    /// </code>
    /// </example>
    /// <exception cref="ArgumentException">An option is wrong.</exception>
    IDodoClient WithOptions(RequestOptions options);

    /// <summary>Calls an operation that has no method here yet, without a body.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path and query from the API's root, escaped, such as <c>/brands?page_size=10</c>.</param>
    /// <param name="resultType">How to read the answer, from a source-generated JSON context.</param>
    /// <param name="safety">How often it may be sent; null for <see cref="OperationSafety.Read"/> on GET and
    /// <see cref="OperationSafety.Charge"/> otherwise.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The path is not one; nothing was sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">A charge may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<TResult> SendAsync<TResult>(
        HttpMethod method,
        string path,
        JsonTypeInfo<TResult> resultType,
        OperationSafety? safety = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Calls an operation that has no method here yet, with a body.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path and query from the API's root, escaped, such as <c>/brands?page_size=10</c>.</param>
    /// <param name="body">What to send.</param>
    /// <param name="bodyType">How to write the body, from a source-generated JSON context.</param>
    /// <param name="resultType">How to read the answer, from a source-generated JSON context.</param>
    /// <param name="safety">How often it may be sent; null for <see cref="OperationSafety.Read"/> on GET and
    /// <see cref="OperationSafety.Charge"/> otherwise.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The path is not one; nothing was sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">A charge may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
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
