using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using DodoUpsell.Benchmarks.Floor;

namespace DodoUpsell.Benchmarks;

/// <summary>
/// Measures four calls of the typed client against the same calls of a hand-written client, both with the same
/// in-memory server.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ClientBenchmarks : IDisposable
{
    private readonly FloorClient _floor = new(new PreparedAnswers());
    private readonly HttpClient _http = new(new PreparedAnswers()) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly DodoClient _ours;

    public ClientBenchmarks() =>
        _ours = new DodoClient(
            new DodoUpsellOptions
            {
                ApiKey = "benchmark",
                Environment = DodoEnvironment.Test,
                RateLimit = RateLimitTier.Off,
            },
            _http
        );

    [GlobalSetup]
    public Task Check() => Answers.CheckAsync(_ours);

    [Benchmark(Baseline = true), BenchmarkCategory("one-click checkout")]
    public async Task<object> HandWrittenCheckout() =>
        await _floor.CreateCheckoutSessionAsync(
            new()
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

    [Benchmark(Baseline = true), BenchmarkCategory("100 payments")]
    public async Task<object> HandWrittenPage() => await _floor.ListPaymentsAsync(0);

    [Benchmark, BenchmarkCategory("100 payments")]
    public async Task<object> DodoUpsellPage()
    {
        await foreach (var page in _ours.Payments.ListAsync().AsPages())
            return page;
        throw new InvalidOperationException("The list returned no page.");
    }

    public void Dispose()
    {
        _floor.Dispose();
        _http.Dispose();
        _ours.Dispose();
        GC.SuppressFinalize(this);
    }
}
