using System.Text.Json.Serialization.Metadata;
using DodoUpsell.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DodoUpsell;

/// <inheritdoc cref="IDodoClient"/>
public sealed class DodoClient : IDodoClient, IDisposable
{
    private readonly Transport _transport;
    private readonly HttpClient? _owned;

    /// <summary>A client with its own connections, which <see cref="Dispose"/> closes.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <param name="environment">Test or live.</param>
    /// <exception cref="ArgumentException">The key is missing or malformed.</exception>
    public DodoClient(Secret apiKey, DodoEnvironment environment)
        : this(new DodoUpsellOptions { ApiKey = apiKey, Environment = environment }) { }

    /// <summary>
    /// A client with its own connections, which <see cref="Dispose"/> closes. It keeps the options as they are now.
    /// </summary>
    /// <exception cref="ArgumentException">An option is missing or wrong.</exception>
    public DodoClient(DodoUpsellOptions options)
        : this(
            DodoHttp.NewClient(),
            Keep(options),
            TimeProvider.System,
            NullLoggerFactory.Instance,
            ownsHttpClient: true
        ) { }

    /// <summary>
    /// A client over your own <see cref="HttpClient"/>, which stays yours: it is neither changed nor disposed of.
    /// </summary>
    /// <remarks>
    /// Its handler should not follow redirects; a charge is not sent a second time even if it does. Its own
    /// <see cref="HttpClient.Timeout"/> applies as well. Do not give it a handler that retries: sending a charge a
    /// second time throws an <see cref="IOException"/>, but a handler that copies or buffers the body first is not
    /// noticed. In a client made by <c>AddDodoUpsells</c> or from options alone, a guard right above the connection
    /// stops it.
    /// </remarks>
    /// <exception cref="ArgumentException">An option is missing or wrong.</exception>
    public DodoClient(
        DodoUpsellOptions options,
        HttpClient httpClient,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null
    )
        : this(
            Check.NotNull(httpClient, nameof(httpClient)),
            Keep(options),
            timeProvider ?? TimeProvider.System,
            loggerFactory ?? NullLoggerFactory.Instance,
            ownsHttpClient: false
        ) { }

    internal DodoClient(
        HttpClient httpClient,
        Func<DodoUpsellOptions> options,
        TimeProvider clock,
        ILoggerFactory loggerFactory,
        bool ownsHttpClient,
        Func<double>? jitter = null,
        bool isGuarded = false
    )
        : this(
            new Transport(
                httpClient,
                isGuarded || httpClient is GuardedHttpClient,
                options,
                clock,
                jitter ?? Random.Shared.NextDouble,
                loggerFactory.CreateLogger("DodoUpsell")
            )
        ) => _owned = ownsHttpClient ? httpClient : null;

    private DodoClient(Transport transport)
    {
        _transport = transport;
        Customers = new CustomersClient(transport);
        CheckoutSessions = new CheckoutSessionsClient(transport);
        Payments = new PaymentsClient(transport);
        Subscriptions = new SubscriptionsClient(transport);
        Products = new ProductsClient(transport);
        Addons = new AddonsClient(transport);
        Discounts = new DiscountsClient(transport);
        Refunds = new RefundsClient(transport);
        WebhookEndpoints = new WebhookEndpointsClient(transport);
        Reference = new ReferenceClient(transport);
    }

    /// <summary>How long a call may take at most; whoever gives something up has to wait longer.</summary>
    internal TimeSpan TotalTimeout => _transport.TotalTimeout;

    /// <inheritdoc/>
    public ICustomersClient Customers { get; }

    /// <inheritdoc/>
    public ICheckoutSessionsClient CheckoutSessions { get; }

    /// <inheritdoc/>
    public IPaymentsClient Payments { get; }

    /// <inheritdoc/>
    public ISubscriptionsClient Subscriptions { get; }

    /// <inheritdoc/>
    public IProductsClient Products { get; }

    /// <inheritdoc/>
    public IAddonsClient Addons { get; }

    /// <inheritdoc/>
    public IDiscountsClient Discounts { get; }

    /// <inheritdoc/>
    public IRefundsClient Refunds { get; }

    /// <inheritdoc/>
    public IWebhookEndpointsClient WebhookEndpoints { get; }

    /// <inheritdoc/>
    public IReferenceClient Reference { get; }

    /// <inheritdoc/>
    public DodoEnvironment Environment => _transport.Environment;

    /// <inheritdoc/>
    public ClockStatus Clock => _transport.Clock;

    /// <inheritdoc/>
    public IDodoClient WithOptions(RequestOptions options)
    {
        return new DodoClient(_transport.With(Check.NotNull(options, nameof(options)).Checked()));
    }

    /// <inheritdoc/>
    public Task<TResult> SendAsync<TResult>(
        HttpMethod method,
        string path,
        JsonTypeInfo<TResult> resultType,
        OperationSafety? safety = null,
        CancellationToken cancellationToken = default
    )
    {
        var operation = OtherOperation.For(method, path, safety);
        return _transport.SendAsync(operation, path, Check.NotNull(resultType, nameof(resultType)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TResult> SendAsync<TBody, TResult>(
        HttpMethod method,
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<TResult> resultType,
        OperationSafety? safety = null,
        CancellationToken cancellationToken = default
    )
    {
        var operation = OtherOperation.For(method, path, safety);
        return _transport.SendAsync(
            operation,
            path,
            body,
            Check.NotNull(bodyType, nameof(bodyType)),
            Check.NotNull(resultType, nameof(resultType)),
            cancellationToken
        );
    }

    /// <summary>Closes the connections, unless they belong to an <see cref="HttpClient"/> of yours.</summary>
    public void Dispose() => _owned?.Dispose();

    private static Func<DodoUpsellOptions> Keep(DodoUpsellOptions options)
    {
        var kept = Check.NotNull(options, nameof(options)).Copy();
        EnvironmentVariables.FillIn(kept);
        DodoUpsellOptionsValidator.ThrowIfWrong(kept);
        return () => kept;
    }
}
