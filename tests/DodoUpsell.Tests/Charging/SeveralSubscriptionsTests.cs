using System.Net;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Tests.Charging;

/// <summary>
/// A cart of several plans by one click, through renewals and plan changes, with every webhook delivered.
/// </summary>
public sealed class SeveralSubscriptionsTests
{
    private const string ThirdPlan = "pdt_third";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Three_plans_are_one_charge_three_subscriptions_and_two_renewals_each_without_an_alarm(
        bool isAnswerLost
    )
    {
        await using var app = new App();
        if (isAnswerLost)
            app.Emulator.AddFault(
                new EmulatedFault(EmulatedFaultKind.DropAfterCommit) { Method = "POST", Path = "/checkouts" }
            );
        var preview = await app.Dodo.CheckoutSessions.PreviewAsync(
            new() { ProductCart = Bundle(DemoSeed.BasicPlan, DemoSeed.ProPlan, ThirdPlan) }
        );
        Assert.Equal([3000, 8000, 700], preview.Subscriptions!.Select(one => one.AmountDueNow));

        var paid = Assert.IsType<ChargeOutcome.Succeeded>(
            await app.Upsells.ChargeAsync(Request() with { PriceShown = new Money(11700, Currency.USD) })
        );
        await app.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(new Money(11700, Currency.USD), paid.Charged);
        Assert.Equal(3, paid.SubscriptionIds.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(paid.SubscriptionIds[0], paid.SubscriptionId);
        var before = (await app.Ledger.FindAsync(DodoEnvironment.Test, "order-1"))!;
        Assert.Equal(paid.SubscriptionIds, before.SubscriptionIds);
        Assert.Single(app.Emulator.Charges);

        for (var month = 0; month < 2; month++)
            await app.PassAsync(TimeSpan.FromDays(31));

        foreach (var id in paid.SubscriptionIds)
        {
            var payments = await ListAsync(app.Dodo.Payments.ListAsync(new() { SubscriptionId = id }));
            Assert.Equal(3, payments.Count);
            Assert.All(payments, payment => Assert.Equal("order-1", ChargeReference.Read(payment.Metadata)!.Key.Value));
            Assert.Equal(paid.PaymentId, payments[^1].PaymentId);
            Assert.True(payments[^1].IsMultiSubscription);
            Assert.All(
                payments.SkipLast(1),
                payment => Assert.Equal((id, false), (payment.SubscriptionId, payment.IsMultiSubscription))
            );
        }

        Assert.Equal(1 + 6 + 2, app.Emulator.Charges.Count); // and the demo subscription's own two renewals
        Assert.Equal(before, await app.Ledger.FindAsync(DodoEnvironment.Test, "order-1"));
        AssertQuiet(app, besides: isAnswerLost ? 1002 : 0);
        Assert.Superset(
            new HashSet<string>(
                ["payment.succeeded", "subscription.active", "subscription.renewed"],
                StringComparer.Ordinal
            ),
            app.Handled
        );
        Assert.Equal(
            paid,
            await app.Upsells.ChargeAsync(Request() with { PriceShown = new Money(11700, Currency.USD) })
        );
    }

    [Fact]
    public async Task Each_subscription_has_quotes_and_changes_of_its_own()
    {
        await using var app = new App();
        var paid = Assert.IsType<ChargeOutcome.Succeeded>(await app.Upsells.ChargeAsync(Request()));
        var (basic, pro, third) = (paid.SubscriptionIds[0], paid.SubscriptionIds[1], paid.SubscriptionIds[2]);

        var upgrade = await app.PlanChanges.PreviewAsync(basic, DemoSeed.ProPlan);
        var downgrade = await app.PlanChanges.PreviewAsync(pro, DemoSeed.BasicPlan);
        Assert.Equal((new Money(5000, Currency.USD), new Money(0, Currency.USD)), (upgrade.DueNow, downgrade.DueNow));
        Assert.IsType<PlanChangeOutcome.Changed>(await app.PlanChanges.ConfirmAsync(upgrade));

        Assert.Equal(
            [DemoSeed.ProPlan, DemoSeed.ProPlan, ThirdPlan],
            await Task.WhenAll(
                new[] { basic, pro, third }.Select(async id => (await app.Dodo.Subscriptions.GetAsync(id)).ProductId)
            )
        );
        Assert.Equal(2, app.Emulator.Charges.Count);
        await app.PassAsync(TimeSpan.FromMinutes(1));
        var bundle = (await app.Ledger.FindAsync(DodoEnvironment.Test, "order-1"))!;
        Assert.Equal((ChargeState.Succeeded, paid.PaymentId), (bundle.State, bundle.PaymentId));
        AssertQuiet(app);
    }

    [Fact]
    public async Task A_declined_bundle_starts_nothing()
    {
        await using var app = new App();

        Assert.IsType<ChargeOutcome.Declined>(
            await app.Upsells.ChargeAsync(
                Request() with
                {
                    CustomerId = DemoSeed.CustomerWithDecliningCard,
                    OfferCheckout = false,
                }
            )
        );

        Assert.Empty(app.Emulator.Charges);
        Assert.All(
            await ListAsync(
                app.Dodo.Subscriptions.ListAsync(new() { CustomerId = DemoSeed.CustomerWithDecliningCard })
            ),
            one => Assert.Equal(SubscriptionStatus.Failed, one.Status)
        );
    }

    private static void AssertQuiet(App app, int besides = 0) =>
        Assert.DoesNotContain(
            app.Log.Lines,
            line =>
                line.Id != besides
                && (
                    line.Text.StartsWith("Warning", StringComparison.Ordinal)
                    || line.Text.StartsWith("Error", StringComparison.Ordinal)
                )
        );

    private static UpsellRequest Request() =>
        Shop.Ebook() with
        {
            Items = Bundle(DemoSeed.BasicPlan, DemoSeed.ProPlan, ThirdPlan),
        };

    private static List<CheckoutItem> Bundle(params string[] products) =>
        [.. products.Select(id => new CheckoutItem { ProductId = id, Quantity = 1 })];

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
            all.Add(item);
        return all;
    }

    /// <summary>An app whose webhooks come from the emulator.</summary>
    private sealed class App : IAsyncDisposable
    {
        private readonly ServiceProvider _services;

        public App()
        {
            Emulator = new DodoEmulator(
                new DodoEmulatorOptions
                {
                    Webhook = new EmulatedWebhook(new Uri("http://127.0.0.1:5999/webhooks/dodo")),
                    WebhookHandler = new InboxEndpoint(() => _services!),
                }
            );
            Emulator.PutProduct(
                ThirdPlan,
                JsonNode.Parse("""{ "price": { "type": "recurring_price", "price": 700 } }""")!.AsObject()
            );
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(new SleepingClock(Emulator.Clock));
            services.AddSingleton<ILoggerFactory>(Log);
            services
                .AddDodoUpsells(options =>
                {
                    options.ApiKey = The.ApiKey;
                    options.Environment = DodoEnvironment.Test;
                    options.RateLimit = RateLimitTier.Off;
                    options.AttemptTimeout = TimeSpan.FromMinutes(2);
                    options.TotalTimeout = TimeSpan.FromMinutes(10);
                    options.WebhookSecrets.Add(EmulatedWebhook.DefaultSecret);
                    options.Webhooks.HandlerTimeout = TimeSpan.FromMinutes(5);
                })
                .OnWebhook<WebhookEvent>(
                    (told, _, _) =>
                    {
                        Handled.Add(told.Type.Value);
                        return Task.CompletedTask;
                    }
                )
                .HttpClient.ConfigurePrimaryHttpMessageHandler(Emulator.CreateHandler);
            _services = services.BuildServiceProvider();
        }

        public DodoEmulator Emulator { get; }

        public LogLines Log { get; } = new();

        public HashSet<string> Handled { get; } = new(StringComparer.Ordinal);

        public IDodoClient Dodo => _services.GetRequiredService<IDodoClient>();

        public UpsellFlow Upsells => _services.GetRequiredService<UpsellFlow>();

        public PlanChangeFlow PlanChanges => _services.GetRequiredService<PlanChangeFlow>();

        public IChargeLedger Ledger => _services.GetRequiredService<IChargeLedger>();

        /// <summary>Lets time pass; webhooks are handled and charges reconciled afterwards.</summary>
        public async Task PassAsync(TimeSpan time)
        {
            await Emulator.AdvanceAsync(time);
            await _services.GetRequiredService<IWebhookInbox>().ProcessAsync();
            await _services.GetRequiredService<ChargeReconciler>().RunAsync();
        }

        public ValueTask DisposeAsync() => _services.DisposeAsync();
    }
}
