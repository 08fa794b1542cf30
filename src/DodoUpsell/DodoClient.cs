using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DodoUpsell.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DodoUpsell;

/// <inheritdoc cref="IDodoClient"/>
public sealed class DodoClient : IDodoClient, IDisposable
{
    private readonly Transport _transport;
    private readonly bool _ownsConnection;

    private static readonly Func<double> Jitter = static () => Random.Shared.NextDouble();

    /// <summary>Creates a client with its own connections, which <see cref="Dispose"/> closes.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <param name="environment">The environment (test or live).</param>
    /// <exception cref="ArgumentException">The key is missing or malformed.</exception>
    public DodoClient(Secret apiKey, DodoEnvironment environment)
        : this(new DodoUpsellOptions { ApiKey = apiKey, Environment = environment }) { }

    /// <summary>
    /// Creates a client with its own connections, which <see cref="Dispose"/> closes. Later changes of the options have
    /// no effect.
    /// </summary>
    /// <exception cref="ArgumentException">An option is missing or invalid.</exception>
    public DodoClient(DodoUpsellOptions options)
        : this(httpClient: null, Keep(options), TimeProvider.System, NullLoggerFactory.Instance, ownsHttpClient: true)
    { }

    /// <summary>
    /// Creates a client that uses your own <see cref="HttpClient"/>, which is neither changed nor disposed.
    /// </summary>
    /// <remarks>
    /// Its handler should not follow redirects; even if it does, a charge is not sent a second time. Its own
    /// <see cref="HttpClient.Timeout"/> applies as well. Do not use a retrying handler: sending a charge a second time
    /// throws an <see cref="IOException"/>, but a handler that copies or buffers the body first is not detected.
    /// Clients that are created by <c>AddDodoUpsells</c> or from options only have a guard directly above the
    /// connection that detects such handlers as well.
    /// </remarks>
    /// <exception cref="ArgumentException">An option is missing or invalid.</exception>
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

    /// <param name="httpClient">The client that sends the requests, or null to create one for the first call.</param>
    /// <param name="options">Returns the current options.</param>
    /// <param name="clock">The source of all times.</param>
    /// <param name="loggerFactory">Creates the logger.</param>
    /// <param name="ownsHttpClient">Whether <see cref="Dispose"/> disposes the HttpClient.</param>
    /// <param name="jitter">Returns a random number between 0 and 1 for each delay.</param>
    /// <param name="isGuarded">Whether a guard is directly above the connection.</param>
    internal DodoClient(
        HttpClient? httpClient,
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
                isGuarded || httpClient is null or GuardedHttpClient,
                options,
                clock,
                jitter ?? Jitter,
                loggerFactory.CreateLogger("DodoUpsell")
            )
        ) => _ownsConnection = ownsHttpClient;

    private DodoClient(Transport transport) => _transport = transport;

    /// <summary>Gets the maximum duration of a call. A charge must not be released earlier.</summary>
    internal TimeSpan TotalTimeout => _transport.TotalTimeout;

    /// <inheritdoc/>
    public ICustomersClient Customers => field ??= new CustomersClient(_transport);

    /// <inheritdoc/>
    public ICheckoutSessionsClient CheckoutSessions => field ??= new CheckoutSessionsClient(_transport);

    /// <inheritdoc/>
    public IPaymentsClient Payments => field ??= new PaymentsClient(_transport);

    /// <inheritdoc/>
    public ISubscriptionsClient Subscriptions => field ??= new SubscriptionsClient(_transport);

    /// <inheritdoc/>
    public IProductsClient Products => field ??= new ProductsClient(_transport);

    /// <inheritdoc/>
    public IAddonsClient Addons => field ??= new AddonsClient(_transport);

    /// <inheritdoc/>
    public IDiscountsClient Discounts => field ??= new DiscountsClient(_transport);

    /// <inheritdoc/>
    public IRefundsClient Refunds => field ??= new RefundsClient(_transport);

    /// <inheritdoc/>
    public IWebhookEndpointsClient WebhookEndpoints => field ??= new WebhookEndpointsClient(_transport);

    /// <inheritdoc/>
    public IReferenceClient Reference => field ??= new ReferenceClient(_transport);

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
        Check.NotNull(resultType, nameof(resultType));
        return _transport.SendAsAsync(operation, path, null, resultType, cancellationToken);
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
        Check.NotNull(bodyType, nameof(bodyType));
        Check.NotNull(resultType, nameof(resultType));
        var json = JsonSerializer.SerializeToUtf8Bytes(body, bodyType);
        return _transport.SendAsAsync(operation, path, json, resultType, cancellationToken);
    }

    /// <summary>Closes the connections, unless they belong to your own <see cref="HttpClient"/>.</summary>
    public void Dispose()
    {
        if (_ownsConnection)
            _transport.Close();
    }

    private static Func<DodoUpsellOptions> Keep(DodoUpsellOptions options)
    {
        var kept = Check.NotNull(options, nameof(options)).Copy();
        EnvironmentVariables.FillIn(kept);
        DodoUpsellOptionsValidator.ThrowIfWrong(kept);
        return kept.Itself;
    }
}
