using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using DodoUpsell.Benchmarks.Floor;

namespace DodoUpsell.Benchmarks;

/// <summary>
/// Measures four calls of the typed client against the same calls of a hand-written client, both with the same
/// in-memory server, and the construction of the clients.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ClientBenchmarks : IDisposable
{
    // The request is the same for every call, so whoever cares about speed serializes it once.
    private static readonly byte[] CheckoutBody =
    [
        .. """{"product_cart":[{"product_id":"pdt_1","quantity":1}],"customer":{"customer_id":"cus_1"}"""u8,
        .. ""","payment_method_id":"pm_1","confirm":true,"metadata":{"source":"post-purchase-upsell"}}"""u8,
    ];

    private readonly HttpMessageHandler _connections;
    private readonly HttpClient _http;
    private readonly string _address;
    private readonly string _userAgent;
    private readonly FloorClient _floor;
    private readonly DodoUpsellOptions _options;
    private readonly DodoClient _ours;

    public ClientBenchmarks()
        : this(new PreparedAnswers(), "https://test.dodopayments.com", "DodoUpsell") { }

    internal ClientBenchmarks(HttpMessageHandler connections, string address, string userAgent)
    {
        (_connections, _address, _userAgent) = (connections, address, userAgent);
        _http = new HttpClient(connections) { Timeout = Timeout.InfiniteTimeSpan };
        _options = new DodoUpsellOptions
        {
            ApiKey = "benchmark",
            Environment = DodoEnvironment.Test,
            BaseAddress = new Uri(address),
        };
        _floor = new FloorClient(connections, address, userAgent);

        // Its limit would delay the calls of a benchmark.
        _options.RateLimit = RateLimitTier.Off;
        _ours = new DodoClient(_options, _http);
        _options.RateLimit = RateLimitTier.Tier0;
    }

    internal IReadOnlyList<Shape> Shapes =>
        [
            new("one-click checkout", 200, HandWrittenCheckout, DodoUpsellCheckout),
            new("one-click checkout, floor serializes each", 200, HandWrittenCheckoutPerCall, DodoUpsellCheckout),
            new("3 payment methods", 100, HandWrittenPaymentMethods, DodoUpsellPaymentMethods),
            new("full subscription", 60, HandWrittenSubscription, DodoUpsellSubscription),
            new("page of 100 payments", 3, HandWrittenPage, DodoUpsellPage),
        ];

    [Benchmark(Baseline = true), BenchmarkCategory("one-click checkout")]
    public async Task<object> HandWrittenCheckout() => await _floor.CreateCheckoutSessionAsync(CheckoutBody);

    public async Task<object> HandWrittenCheckoutPerCall() =>
        await _floor.CreateCheckoutSessionAsync(
            new CheckoutRequest
            {
                ProductCart = [new() { ProductId = "pdt_1", Quantity = 1 }],
                Customer = new() { CustomerId = "cus_1" },
                PaymentMethodId = "pm_1",
                Confirm = true,
                Metadata = new() { ["source"] = "post-purchase-upsell" },
            }
        );

    [Benchmark, BenchmarkCategory("one-click checkout")]
    public async Task<object> DodoUpsellCheckout() =>
        await _ours.CheckoutSessions.CreateAsync(
            new()
            {
                ProductCart = [new() { ProductId = "pdt_1", Quantity = 1 }],
                Customer = CustomerReference.Existing("cus_1"),
                PaymentMethodId = "pm_1",
                Confirm = true,
                Metadata = new() { ["source"] = "post-purchase-upsell" },
            }
        );

    [Benchmark(Baseline = true), BenchmarkCategory("3 payment methods")]
    public async Task<object> HandWrittenPaymentMethods() => await _floor.ListPaymentMethodsAsync("cus_1");

    [Benchmark, BenchmarkCategory("3 payment methods")]
    public async Task<object> DodoUpsellPaymentMethods() => await _ours.Customers.ListPaymentMethodsAsync("cus_1");

    [Benchmark(Baseline = true), BenchmarkCategory("full subscription")]
    public async Task<object> HandWrittenSubscription() => await _floor.GetSubscriptionAsync("sub_1");

    [Benchmark, BenchmarkCategory("full subscription")]
    public async Task<object> DodoUpsellSubscription() => await _ours.Subscriptions.GetAsync("sub_1");

    [Benchmark(Baseline = true), BenchmarkCategory("page of 100 payments")]
    public async Task<object> HandWrittenPage() => await _floor.ListPaymentsAsync(0);

    [Benchmark, BenchmarkCategory("page of 100 payments")]
    public async Task<object> DodoUpsellPage()
    {
        await foreach (var page in _ours.Payments.ListAsync().AsPages())
            return page;
        throw new InvalidOperationException("The list returned no page.");
    }

    /// <summary>A client over connections that exist already.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("constructing a client")]
    public object HandWrittenClient()
    {
        using var client = new FloorClient(_connections, _address, _userAgent);
        return client;
    }

    /// <summary>A client with connections of its own, as the SDK's.</summary>
    public object HandWrittenClientAndConnections()
    {
        using var connections = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) };
        using var client = new FloorClient(connections, _address, _userAgent);
        return client;
    }

    [Benchmark, BenchmarkCategory("constructing a client")]
    public object DodoUpsellClient()
    {
        using var client = new DodoClient(_options);
        return client;
    }

    public void Dispose()
    {
        _floor.Dispose();
        _http.Dispose();
        _ours.Dispose();
        _connections.Dispose();
        GC.SuppressFinalize(this);
    }
}
