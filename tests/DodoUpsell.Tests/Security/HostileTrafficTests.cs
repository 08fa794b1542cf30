using System.Diagnostics;
using System.Globalization;
using DodoUpsell.Tests.Support;
using DodoUpsell.Tests.Webhooks.Inbox;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Security;

/// <summary>
/// Whatever answers and deliveries come, callers see exceptions of this SDK only, and nothing secret. Seeded; a smaller
/// number by default, and DODOUPSELL_HOSTILE=150000 for 300,000 in all.
/// </summary>
public sealed class HostileTrafficTests(ITestOutputHelper output)
{
    private static readonly int Count = int.TryParse(
        Environment.GetEnvironmentVariable("DODOUPSELL_HOSTILE"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var count
    )
        ? count
        : 1_500;

    private static readonly (string Name, Func<IDodoClient, Task> Call)[] Calls =
    [
        ("customer", dodo => dodo.Customers.GetAsync("cus_1")),
        (
            "customers",
            async dodo =>
            {
                await foreach (var customer in dodo.Customers.ListAsync())
                    Canaries.AssertNoneIn($"{customer}");
            }
        ),
        ("methods", dodo => dodo.Customers.ListPaymentMethodsAsync("cus_1")),
        ("payment", async dodo => Canaries.AssertNoneIn($"{await dodo.Payments.GetAsync("pay_1")}")),
        (
            "payments",
            async dodo =>
            {
                await foreach (var payment in dodo.Payments.ListAsync())
                    Canaries.AssertNoneIn($"{payment}");
            }
        ),
        ("subscription", async dodo => Canaries.AssertNoneIn($"{await dodo.Subscriptions.GetAsync("sub_1")}")),
        ("product", dodo => dodo.Products.GetAsync("pdt_1")),
        ("discount", dodo => dodo.Discounts.GetByCodeAsync("CODE")),
        ("delete", dodo => dodo.Discounts.DeleteAsync("dsc_1")),
        ("endpoint", dodo => dodo.WebhookEndpoints.GetSecretAsync("we_1")),
        ("charge", dodo => dodo.CheckoutSessions.CreateAsync(The.OneClick())),
        ("preview", dodo => dodo.CheckoutSessions.PreviewAsync(The.OneClick())),
        ("refund", dodo => dodo.Refunds.CreateAsync(new() { PaymentId = "pay_1" })),
        ("cancel", dodo => dodo.Subscriptions.CancelScheduledChangeAsync("sub_1")),
    ];

    [Fact]
    public async Task Answers_end_in_our_exceptions_and_show_nothing()
    {
        var watch = Stopwatch.StartNew();
        var random = new Random(13);
        var log = new EverythingLogged();
        var ends = new SortedDictionary<string, int>(StringComparer.Ordinal);
        using var http = new HttpClient(new Hostile(random)) { Timeout = Timeout.InfiniteTimeSpan };
        var options = RedactionTests.Options();
        options.MaxRetries = 1;
        using var client = new DodoClient(options, http, new NoWaitTimeProvider(), log);
        var dodo = client.WithOptions(
            new() { Headers = new Dictionary<string, string> { ["X-Secret"] = Canaries.Header } }
        );
        for (var i = 0; i < Count; i++)
        {
            var (name, call) = Calls[random.Next(Calls.Length)];
            var e = await Record.ExceptionAsync(() => call(dodo));
            ends[e?.GetType().Name ?? "read"] = ends.GetValueOrDefault(e?.GetType().Name ?? "read") + 1;
            if (e is not null)
            {
                Assert.True(e is DodoException, $"{i} {name}: {e}");
                Canaries.AssertNoneIn(e);
            }

            log.AssertAndForget();
        }

        output.WriteLine(
            $"{Count} of {Count} hostile answers in {watch.Elapsed.TotalSeconds:0.0} s: "
                + $"{string.Join(", ", ends.Select(end => $"{end.Key} {end.Value}"))}"
        );
        Assert.True(ends.Count >= 4, "The answers do not reach every end.");
    }

    [Fact]
    public async Task Deliveries_never_throw_and_show_nothing()
    {
        var watch = Stopwatch.StartNew();
        var random = new Random(14);
        var log = new EverythingLogged();
        var ends = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var bench = NewBench();
        for (var i = 0; i < Count; i++)
        {
            // Where everything is kept, each step would cost more than the one before.
            if (i % 500 == 499)
                bench = NewBench();
            var receipt = await bench.SendAsync($"msg_{i}", HostileAnswers.NextDelivery(random));
            Canaries.AssertNoneIn($"{receipt} {receipt.Message}");
            ends[$"{receipt.Status}"] = ends.GetValueOrDefault($"{receipt.Status}") + 1;
            if (receipt.Status == WebhookReceiptStatus.Recorded)
            {
                var worked = await bench.Inbox.ProcessAsync();
                Assert.Equal(1, worked.Parked + worked.Completed);
                Canaries.AssertNoneIn((await bench.Inbox.FindAsync($"msg_{i}"))!.LastError);
            }

            log.AssertAndForget();
        }

        output.WriteLine(
            $"{Count} of {Count} hostile deliveries in {watch.Elapsed.TotalSeconds:0.0} s: "
                + $"{string.Join(", ", ends.Select(end => $"{end.Key} {end.Value}"))}"
        );
        Assert.Equal(2, ends.Count);

        InboxBench NewBench()
        {
            var made = new InboxBench(
                options =>
                {
                    options.ApiKey = Canaries.ApiKey;
                    options.WebhookSecrets.Add(Canaries.WebhookSecret);
                    options.Webhooks.RetryDelays.Clear();
                },
                loggers: log
            );
            made.Inbox.OnWebhook<WebhookEvent>(
                (webhookEvent, _, _) =>
                {
                    Canaries.AssertNoneIn(
                        $"{webhookEvent}".Replace($"{webhookEvent.Type}", "", StringComparison.Ordinal)
                    );
                    throw new InvalidOperationException(
                        $"No row for {HostileAnswers.CanaryOfOptions(random)}",
                        new IOException(Canaries.Email)
                    );
                }
            );
            return made;
        }
    }

    private sealed class Hostile(Random random) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.Content is not null)
                await request.Content.CopyToAsync(Stream.Null, cancellationToken);
            return HostileAnswers.Next(random, request);
        }
    }
}
