using System.Net;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Tests.Charging;

/// <summary>
/// Charges are settled by webhooks as well, whichever arrives first, and by a reconciler that several nodes may run.
/// </summary>
public sealed class SettlingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_webhook_settles_a_charge_whose_answer_was_lost(bool isDuplicated)
    {
        await using var app = new App(new EmulatedWebhook(App.Endpoint) { Duplicate = isDuplicated });
        app.Emulator.AddFault(
            new EmulatedFault(EmulatedFaultKind.DropAfterCommit) { Method = "POST", Path = "/checkouts" }
        );
        app.Emulator.AddFault(
            new EmulatedFault(EmulatedFaultKind.Status)
            {
                Method = "GET",
                Path = "/payments",
                Times = 1000,
            }
        );
        var upsells = app.Services.GetRequiredService<UpsellFlow>();
        Assert.IsType<ChargeOutcome.Pending>(await upsells.ChargeAsync(Shop.Ebook()));

        await app.Emulator.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.Services.GetRequiredService<IWebhookInbox>().ProcessAsync();

        var record = await app.Services.GetRequiredService<IChargeLedger>().FindAsync(DodoEnvironment.Test, "order-1");
        Assert.Equal(ChargeState.Succeeded, record!.State);
        Assert.Equal(app.Emulator.Charges.Single().PaymentId, record.PaymentId);
    }

    [Fact]
    public async Task A_webhook_that_arrives_before_the_answer_settles_the_charge_and_the_answer_agrees()
    {
        await using var app = new App(new EmulatedWebhook(App.Endpoint), PaymentSettlement.Immediate);
        var inbox = app.Services.GetRequiredService<IWebhookInbox>();
        app.BeforeAnswer = async path =>
        {
            if (path != "/checkouts")
                return;
            await app.Emulator.DeliverWebhooksAsync();
            await inbox.ProcessAsync();
        };

        var paid = Assert.IsType<ChargeOutcome.Succeeded>(
            await app.Services.GetRequiredService<UpsellFlow>().ChargeAsync(Shop.Ebook())
        );

        Assert.Equal(app.Emulator.Charges.Single().PaymentId, paid.PaymentId);
        Assert.Equal(
            ChargeState.Succeeded,
            (await app.Services.GetRequiredService<IChargeLedger>().FindAsync(DodoEnvironment.Test, "order-1"))!.State
        );
    }

    [Fact]
    public async Task A_renewal_carries_the_key_of_the_purchase_and_changes_nothing()
    {
        await using var app = new App(new EmulatedWebhook(App.Endpoint));
        var paid = Assert.IsType<ChargeOutcome.Succeeded>(
            await app
                .Services.GetRequiredService<UpsellFlow>()
                .ChargeAsync(Shop.Ebook() with { Items = [new() { ProductId = DemoSeed.BasicPlan, Quantity = 1 }] })
        );
        var ledger = app.Services.GetRequiredService<IChargeLedger>();
        await app.Emulator.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.Services.GetRequiredService<IWebhookInbox>().ProcessAsync();
        var before = await ledger.FindAsync(DodoEnvironment.Test, "order-1");

        await app.Emulator.AdvanceAsync(TimeSpan.FromDays(70));
        await app.Services.GetRequiredService<IWebhookInbox>().ProcessAsync();

        Assert.True(
            app.Emulator.Charges.Count(charge => charge.Metadata["dodoupsell_key"]?.GetValue<string>() == "order-1")
                >= 2,
            "The emulator's renewals do not carry the metadata."
        );
        Assert.Equal(before, await ledger.FindAsync(DodoEnvironment.Test, "order-1"));
        Assert.Equal(paid.PaymentId, before!.PaymentId);
    }

    [Theory]
    [InlineData(EmulatedDisputeStatus.Lost, true)]
    [InlineData(EmulatedDisputeStatus.Accepted, true)]
    [InlineData(EmulatedDisputeStatus.Won, false)]
    [InlineData(EmulatedDisputeStatus.Cancelled, false)]
    public async Task A_dispute_that_is_lost_or_accepted_is_told_as_a_fact_of_its_own(
        EmulatedDisputeStatus status,
        bool isTold
    )
    {
        await using var app = new App(new EmulatedWebhook(App.Endpoint) { Duplicate = true });
        var settlements = app.Services.GetRequiredService<IChargeSettlements>();
        var paid = Assert.IsType<ChargeOutcome.Succeeded>(
            await app.Services.GetRequiredService<UpsellFlow>().ChargeAsync(Shop.Ebook())
        );
        var dispute = app.Emulator.OpenDispute(paid.PaymentId!)["dispute_id"]!.GetValue<string>();
        await DeliverAsync();
        Assert.Equal(ChargeSettlementKind.Outcome, Assert.Single(await ToldAsync()).Kind);

        app.Emulator.UpdateDispute(dispute, status);
        await DeliverAsync();

        var facts = (await ToldAsync()).Where(settlement => settlement.Kind != ChargeSettlementKind.Outcome).ToList();
        Assert.Equal(
            isTold ? [(ChargeSettlementKind.DisputeLost, dispute, "order-1")] : [],
            facts.Select(fact => (fact.Kind, fact.SourceId, fact.Charge.Key.ToString()))
        );
        Assert.All(
            facts,
            fact => Assert.Equal((ChargeState.Succeeded, paid.PaymentId), (fact.Charge.State, fact.Charge.PaymentId))
        );

        async Task DeliverAsync()
        {
            await app.Emulator.AdvanceAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(0, (await app.Services.GetRequiredService<IWebhookInbox>().ProcessAsync()).Retrying);
            await settlements.ProcessAsync();
        }

        async Task<IEnumerable<ChargeSettlement>> ToldAsync() =>
            (await settlements.ListAsync(InboxState.Completed)).Select(told => told.Settlement);
    }

    [Theory]
    [InlineData("succeeded", true)]
    [InlineData("failed", false)]
    [InlineData("pending", false)]
    [InlineData("review", false)]
    public async Task Only_a_refund_that_succeeded_is_told(string status, bool isTold)
    {
        await using var app = new App(webhook: null);
        var settlements = app.Services.GetRequiredService<IChargeSettlements>();
        var inbox = app.Services.GetRequiredService<IWebhookInbox>();
        var paid = Assert.IsType<ChargeOutcome.Succeeded>(
            await app.Services.GetRequiredService<UpsellFlow>().ChargeAsync(Shop.Ebook())
        );
        var now = app.Emulator.Clock.GetUtcNow();
        var body = new RefundEvent(
            new()
            {
                RefundId = "ref_1",
                PaymentId = paid.PaymentId!,
                Status = new RefundStatus(status),
                Amount = 100,
                Currency = Currency.USD,
            }
        )
        {
            Type = new WebhookEventType("refund.updated"),
            Timestamp = now,
        }.ToUtf8Bytes();

        await inbox.ReceiveAsync(
            new DodoWebhookSigner(EmulatedWebhook.DefaultSecret).Sign("msg_refund", now, body),
            body
        );
        Assert.Equal(1, (await inbox.ProcessAsync()).Completed);
        await settlements.ProcessAsync();

        var facts = (await settlements.ListAsync(InboxState.Completed)).Select(told => told.Settlement);
        Assert.Equal(
            isTold ? [(ChargeSettlementKind.Refund, "ref_1", new Money(100, Currency.USD))] : [],
            facts
                .Where(fact => fact.Kind != ChargeSettlementKind.Outcome)
                .Select(fact => (fact.Kind, fact.SourceId, fact.Amount!.Value))
        );
    }

    [Fact]
    public async Task Two_nodes_that_reconcile_at_once_look_at_each_charge_once()
    {
        var shop = new Shop(
            new DodoEmulatorOptions { Settlement = PaymentSettlement.OnClock(TimeSpan.FromMinutes(10)) }
        );
        for (var i = 0; i < 20; i++)
            await shop.Upsells.ChargeAsync(Shop.Ebook($"order-{i}"));
        shop.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        var other = new ChargeReconciler(shop.Engine);

        var reports = await Task.WhenAll(Task.Run(() => shop.Reconciler.RunAsync()), Task.Run(() => other.RunAsync()));

        Assert.Equal(20, reports.Sum(report => report.Looked));
        Assert.Equal(20, reports.Sum(report => report.Settled));
    }

    [Fact]
    public async Task A_claim_whose_holder_vanished_before_it_sent_anything_is_free_after_a_quarter_of_an_hour_and_the_holder_sends_nothing()
    {
        var shop = new Shop();
        var now = shop.Clock.GetUtcNow();
        var stale = new ChargeRecord
        {
            Environment = DodoEnvironment.Test,
            Key = "order-1",
            Fingerprint = Shop.Ebook().FingerprintFor("upsell"),
            Flow = "upsell",
            CustomerId = DemoSeed.CustomerWithCards,
            ClaimedAt = now,
            NextCheckAt = now.AddMinutes(15),
            Attempts = [new() { Id = "a", StartedAt = now }],
        };
        await shop.Ledger.ClaimAsync(stale);
        Assert.IsType<ChargeOutcome.AlreadyInProgress>(await shop.Upsells.ChargeAsync(Shop.Ebook()));

        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(1, (await shop.Reconciler.RunAsync()).Settled);

        // The holder wakes up: its mark no longer fits, which is what keeps it from sending.
        Assert.False(await shop.Ledger.TryUpdateAsync(stale with { State = ChargeState.Sending, Version = 1 }));
        Assert.IsType<ChargeOutcome.Succeeded>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
    }

    [Fact]
    public async Task The_worker_settles_in_the_background_and_survives_a_ledger_that_is_down()
    {
        await using var app = new App(webhook: null, ledger: new UnsteadyLedger());
        var upsells = app.Services.GetRequiredService<UpsellFlow>();
        app.Emulator.AddFault(
            new EmulatedFault(EmulatedFaultKind.DropAfterCommit) { Method = "POST", Path = "/checkouts" }
        );
        app.Emulator.AddFault(
            new EmulatedFault(EmulatedFaultKind.Status)
            {
                Method = "GET",
                Path = "/payments",
                Times = 1000,
            }
        );
        Assert.IsType<ChargeOutcome.Pending>(await upsells.ChargeAsync(Shop.Ebook()));
        app.Emulator.ClearFaults();
        var worker = app
            .Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>()
            .Single(service => service.GetType().Name == "ReconcileWorker");
        await worker.StartAsync(default);

        var ledger = app.Services.GetRequiredService<IChargeLedger>();
        while ((await ledger.FindAsync(DodoEnvironment.Test, "order-1"))!.State != ChargeState.Succeeded)
        {
            app.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        await worker.StopAsync(default);
        Assert.Single(
            app.Emulator.Charges,
            charge =>
                charge.CustomerId == DemoSeed.CustomerWithCards
                && charge.Metadata["dodoupsell_key"]?.GetValue<string>() == "order-1"
        );
    }

    /// <summary>An app as users put it together, against the emulator.</summary>
    private sealed class App : IAsyncDisposable
    {
        public static readonly Uri Endpoint = new("http://127.0.0.1:5999/webhooks/dodo");

        private readonly ServiceProvider _services;

        public App(EmulatedWebhook? webhook, PaymentSettlement? settlement = null, IChargeLedger? ledger = null)
        {
            Emulator = new DodoEmulator(
                new DodoEmulatorOptions
                {
                    Webhook = webhook,
                    WebhookHandler = new InboxEndpoint(() => Services),
                    Settlement = settlement ?? PaymentSettlement.AfterReads(1),
                }
            );
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(new SleepingClock(Emulator.Clock));
            if (ledger is not null)
                services.AddSingleton(ledger);
            services
                .AddDodoUpsells(options =>
                {
                    options.ApiKey = The.ApiKey;
                    options.Environment = DodoEnvironment.Test;
                    options.RateLimit = RateLimitTier.Off;
                    options.AttemptTimeout = TimeSpan.FromMinutes(2);
                    options.TotalTimeout = TimeSpan.FromMinutes(10);
                    options.WebhookSecrets.Add(EmulatedWebhook.DefaultSecret);

                    // Shorter limits are over at once on this clock.
                    options.Webhooks.HandlerTimeout = TimeSpan.FromMinutes(5);
                })
                .HttpClient.ConfigurePrimaryHttpMessageHandler(() => new Interrupted(Emulator.CreateHandler(), this));
            _services = services.BuildServiceProvider();
        }

        public DodoEmulator Emulator { get; }

        public IServiceProvider Services => _services;

        /// <summary>Runs after a request was executed and before its answer is seen.</summary>
        public Func<string, Task>? BeforeAnswer { get; set; }

        public ValueTask DisposeAsync() => _services.DisposeAsync();

        private sealed class Interrupted(HttpMessageHandler inner, App app) : DelegatingHandler(inner)
        {
            protected override async Task<HttpResponseMessage> SendAsync(
                HttpRequestMessage request,
                CancellationToken cancellationToken
            )
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (app.BeforeAnswer is { } act)
                    await act(request.RequestUri!.AbsolutePath);
                return response;
            }
        }
    }

    /// <summary>A ledger whose database is down at every third look for what is due.</summary>
    private sealed class UnsteadyLedger : LedgerDecorator
    {
        private int _looks;

        public override Task<IReadOnlyList<ChargeRecord>> LeaseDueAsync(
            DodoEnvironment environment,
            DateTimeOffset now,
            DateTimeOffset until,
            int maxCount,
            CancellationToken cancellationToken = default
        ) =>
            _looks++ % 3 == 0
                ? throw new InvalidOperationException("The database is down.")
                : base.LeaseDueAsync(environment, now, until, maxCount, cancellationToken);
    }
}
