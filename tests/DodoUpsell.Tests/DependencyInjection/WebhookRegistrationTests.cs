using DodoUpsell.Tests.Support;
using DodoUpsell.Tests.Webhooks;
using DodoUpsell.Tests.Webhooks.Inbox;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Tests.DependencyInjection;

public sealed class WebhookRegistrationTests
{
    private static readonly ServiceProviderOptions Strict = new() { ValidateOnBuild = true, ValidateScopes = true };

    private readonly ManualTimeProvider _clock = new();
    private readonly Notes _notes = new();

    [Fact]
    public async Task Handlers_and_delegates_get_their_class_of_events_and_all_get_all()
    {
        await using var provider = Services(
                Configure,
                builder =>
                    builder
                        .AddWebhookHandler<PaymentEvent, PaymentNotes>()
                        .AddWebhookHandler<SubscriptionEvent, SubscriptionNotes>()
                        .OnWebhook<PaymentEvent>((_, _, _) => _notes.AddAsync("a delegate for payments"))
                        .OnWebhook<WebhookEvent>((_, _, _) => _notes.AddAsync("a delegate for all"))
            )
            .BuildServiceProvider(Strict);
        var inbox = provider.GetRequiredService<IWebhookInbox>();

        await SendAsync(inbox, "msg_1");
        var processed = await inbox.ProcessAsync();

        Assert.Equal(new WebhookProcessingReport(1, 0, 0, 0), processed);
        Assert.Equal(["PaymentNotes pay_1", "a delegate for payments", "a delegate for all"], _notes.Lines);
    }

    [Fact]
    public async Task Each_class_of_events_finds_its_handlers()
    {
        var services = Services(
            Configure,
            builder =>
                builder
                    .OnWebhook<PaymentEvent>(Note)
                    .OnWebhook<SubscriptionEvent>(Note)
                    .OnWebhook<RefundEvent>(Note)
                    .OnWebhook<DisputeEvent>(Note)
                    .OnWebhook<LicenseKeyEvent>(Note)
                    .OnWebhook<CreditEvent>(Note)
                    .OnWebhook<CreditBalanceLowEvent>(Note)
                    .OnWebhook<AbandonedCheckoutEvent>(Note)
                    .OnWebhook<DunningEvent>(Note)
                    .OnWebhook<EntitlementGrantEvent>(Note)
                    .OnWebhook<PayoutEvent>(Note)
                    .OnWebhook<UnknownWebhookEvent>(Note)
        );
        await using var provider = services.BuildServiceProvider(Strict);
        var inbox = provider.GetRequiredService<IWebhookInbox>();
        string[] types =
        [
            "payment.succeeded",
            "subscription.active",
            "refund.succeeded",
            "dispute.opened",
            "license_key.created",
            "credit.added",
            "credit.balance_low",
            "abandoned_checkout.detected",
            "dunning.started",
            "entitlement_grant.created",
            "payout.created",
        ];

        foreach (var type in types)
            await SendAsync(inbox, type.Replace('.', '-'), EventSamples.Of(type).Utf8());
        await SendAsync(inbox, "msg_new", """{"type":"moon.landed"}"""u8.ToArray());
        await inbox.ProcessAsync();

        var classes = typeof(WebhookEvent)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsSealed && type.IsAssignableTo(typeof(WebhookEvent)))
            .Select(type => type.Name);
        Assert.Equal(classes.Order(StringComparer.Ordinal), _notes.Lines.Order(StringComparer.Ordinal));

        Task Note<TEvent>(TEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken) =>
            _notes.AddAsync(typeof(TEvent).Name);
    }

    [Fact]
    public async Task A_handler_for_an_object_gets_the_events_that_carry_it()
    {
        await using var provider = Services(
                Configure,
                builder =>
                    builder
                        .OnWebhook<WebhookEvent<Payment>>(
                            (carrier, _, _) => _notes.AddAsync($"payment {carrier.Data.PaymentId}")
                        )
                        .OnWebhook<WebhookEvent<Subscription>>((_, _, _) => _notes.AddAsync("subscription"))
                        .OnWebhook<PaymentEvent>((_, _, _) => _notes.AddAsync("class"))
            )
            .BuildServiceProvider(Strict);
        var inbox = provider.GetRequiredService<IWebhookInbox>();

        await SendAsync(inbox, "msg_1");
        await inbox.ProcessAsync();

        Assert.Equal(["class", "payment pay_1"], _notes.Lines);
    }

    [Fact]
    public async Task The_librarys_own_handlers_come_first_and_when_they_fail_no_other_is_called()
    {
        var services = Services(
            Configure,
            builder => builder.OnWebhook<PaymentEvent>((_, _, _) => _notes.AddAsync("the app's"))
        );
        services.AddSingleton<ISystemWebhookHandler>(new FailsOnce(_notes));
        await using var provider = services.BuildServiceProvider(Strict);
        var inbox = provider.GetRequiredService<IWebhookInbox>();
        await SendAsync(inbox, "msg_1");

        Assert.Equal(1, (await inbox.ProcessAsync()).Retrying);
        Assert.Equal(["the library's"], _notes.Lines);
        _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(1, (await inbox.ProcessAsync()).Completed);
        Assert.Equal(["the library's", "the library's", "the app's"], _notes.Lines);
    }

    [Fact]
    public async Task Each_attempt_has_a_scope_of_its_own_that_ends_with_it()
    {
        var services = Services(
            Configure,
            builder =>
                builder.AddWebhookHandler<PaymentEvent, UsesScope>().AddWebhookHandler<WebhookEvent, UsesScopeToo>()
        );
        services.AddScoped<Scoped>();
        await using var provider = services.BuildServiceProvider(Strict);
        var inbox = provider.GetRequiredService<IWebhookInbox>();
        await SendAsync(inbox, "msg_1");
        await SendAsync(inbox, "msg_2");

        Assert.Equal(2, (await inbox.ProcessAsync()).Completed);

        Assert.Equal(["used 1", "used 1", "ended 1", "used 2", "used 2", "ended 2"], _notes.Lines);
    }

    [Fact]
    public async Task A_scope_stays_open_for_a_handler_that_was_left_behind()
    {
        var never = new TaskCompletionSource();
        var services = Services(
            Configure,
            builder =>
                builder
                    .AddWebhookHandler<PaymentEvent, Hangs>()
                    .OnWebhook<WebhookEvent>((_, _, _) => _notes.AddAsync("another"))
        );
        services.AddScoped<Scoped>().AddSingleton(never);
        await using var provider = services.BuildServiceProvider(Strict);
        var inbox = provider.GetRequiredService<IWebhookInbox>();
        await SendAsync(inbox, "msg_1");

        var processing = inbox.ProcessAsync();
        while (_notes.Lines.Count < 1)
            await Task.Yield();
        await _clock.RunAsync(processing, TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await processing).Retrying);
        Assert.Equal(["used 1"], _notes.Lines);

        never.SetResult();
        while (_notes.Lines.Count < 2)
            await Task.Yield();
        Assert.Equal(["used 1", "ended 1"], _notes.Lines);
    }

    [Fact]
    public async Task A_handler_that_cannot_be_made_is_a_failed_attempt()
    {
        await using var provider = Services(
                Configure,
                builder => builder.AddWebhookHandler<PaymentEvent, CannotBeMade>()
            )
            .BuildServiceProvider(Strict);
        var inbox = provider.GetRequiredService<IWebhookInbox>();
        await SendAsync(inbox, "msg_1");

        Assert.Equal(1, (await inbox.ProcessAsync()).Retrying);
        Assert.Contains(
            "Its constructor failed.",
            (await inbox.FindAsync("msg_1"))!.LastError,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Brands_have_inboxes_stores_and_handlers_of_their_own()
    {
        const string OtherSecret = "whsec_dGhlIG90aGVyIHNlY3JldA==";
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock).AddSingleton(_notes);
        services
            .AddDodoUpsells("brand-a", Configure)
            .AddWebhookHandler<PaymentEvent, PaymentNotes>()
            .OnWebhook<PaymentEvent>((_, _, _) => _notes.AddAsync("a"));
        services
            .AddDodoUpsells(
                "brand-b",
                options =>
                {
                    Configure(options);
                    options.WebhookSecrets.Clear();
                    options.WebhookSecrets.Add(OtherSecret);
                }
            )
            .OnWebhook<PaymentEvent>((_, _, _) => _notes.AddAsync("b"));
        services.AddKeyedSingleton<ISystemWebhookHandler>("brand-a", new FailsOnce(_notes));
        await using var provider = services.BuildServiceProvider(Strict);
        var (a, b) = (
            provider.GetRequiredKeyedService<IWebhookInbox>("brand-a"),
            provider.GetRequiredKeyedService<IWebhookInbox>("brand-b")
        );

        await SendAsync(a, "msg_1");
        Assert.Equal(401, (await SendAsync(b, "msg_1")).HttpStatusCode);
        Assert.Equal(WebhookReceiptStatus.Recorded, (await SendAsync(b, "msg_1", secret: OtherSecret)).Status);
        Assert.Equal(
            ("brand-a", "brand-b"),
            ((await a.FindAsync("msg_1"))!.Account, (await b.FindAsync("msg_1"))!.Account)
        );

        Assert.Equal(1, (await b.ProcessAsync()).Completed);
        Assert.Equal(["b"], _notes.Lines);
        await a.ProcessAsync();
        _clock.Advance(TimeSpan.FromSeconds(7));
        await a.ProcessAsync();
        Assert.Equal(["b", "the library's", "the library's", "PaymentNotes pay_1", "a"], _notes.Lines);
        Assert.Null(provider.GetService<IWebhookInbox>());
        Assert.Equal(2, provider.GetServices<IHostedService>().OfType<InboxWorker>().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("brand-a")]
    public async Task A_handler_that_is_registered_twice_is_called_once(string? brand)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock).AddSingleton(_notes);
        for (var i = 0; i < 2; i++)
        {
            var builder = brand is null
                ? services.AddDodoUpsells(Configure)
                : services.AddDodoUpsells(brand, Configure);
            builder.AddWebhookHandler<PaymentEvent, PaymentNotes>();
        }

        await using var provider = services.BuildServiceProvider(Strict);
        var inbox = brand is null
            ? provider.GetRequiredService<IWebhookInbox>()
            : provider.GetRequiredKeyedService<IWebhookInbox>(brand);

        await SendAsync(inbox, "msg_1");
        await inbox.ProcessAsync();

        Assert.Equal(["PaymentNotes pay_1"], _notes.Lines);
    }

    [Fact]
    public async Task A_host_handles_deliveries_in_the_background_until_it_stops()
    {
        var handled = new TaskCompletionSource<string>();
        using var host = Host(builder =>
            builder.OnWebhook<PaymentEvent>(
                (webhookEvent, _, _) => Task.FromResult(handled.TrySetResult(webhookEvent.Data.PaymentId))
            )
        );
        await host.StartAsync(TestContext.Current.CancellationToken);
        var inbox = host.Services.GetRequiredService<IWebhookInbox>();

        await SendAsync(inbox, "msg_1");
        Assert.Equal("pay_1", await handled.Task);
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(InboxState.Completed, (await inbox.FindAsync("msg_1"))!.State);
        await SendAsync(inbox, "msg_2");
        Assert.Equal(InboxState.Waiting, (await inbox.FindAsync("msg_2"))!.State);
    }

    [Fact]
    public async Task A_host_that_stops_in_the_middle_of_a_handler_gives_the_delivery_back()
    {
        var started = new TaskCompletionSource();
        using var host = Host(builder =>
            builder.OnWebhook<PaymentEvent>(
                async (_, _, cancellationToken) =>
                {
                    started.TrySetResult();
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
            )
        );
        await host.StartAsync(TestContext.Current.CancellationToken);
        var inbox = host.Services.GetRequiredService<IWebhookInbox>();

        await SendAsync(inbox, "msg_1");
        await started.Task;
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            (InboxState.Waiting, 0),
            ((await inbox.FindAsync("msg_1"))!.State, (await inbox.FindAsync("msg_1"))!.Attempts)
        );
    }

    [Fact]
    public async Task A_host_that_only_receives_handles_nothing()
    {
        using var host = Host(
            builder => builder.OnWebhook<PaymentEvent>((_, _, _) => _notes.AddAsync("handled")),
            options => options.Webhooks.RunInBackground = false
        );
        await host.StartAsync(TestContext.Current.CancellationToken);
        var inbox = host.Services.GetRequiredService<IWebhookInbox>();
        await SendAsync(inbox, "msg_1");
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(InboxState.Waiting, (await inbox.FindAsync("msg_1"))!.State);
        Assert.Empty(_notes.Lines);
    }

    [Fact]
    public async Task An_app_without_webhook_secrets_starts_and_its_inbox_says_what_is_missing()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["DodoUpsell:ApiKey"] = "key",
                ["DodoUpsell:Environment"] = "Test",
            }
        );
        builder.Services.AddDodoUpsells(builder.Configuration.GetSection("DodoUpsell"));
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        var receipt = await host
            .Services.GetRequiredService<IWebhookInbox>()
            .ReceiveAsync(new WebhookHeaders("msg_1", "1", "v1,x"), "{}"u8.ToArray());

        Assert.Equal((WebhookReceiptStatus.Refused, WebhookRefusalReason.NoSecret), (receipt.Status, receipt.Reason));
        Assert.StartsWith("DodoUpsell:WebhookSecrets is missing", receipt.Message, StringComparison.Ordinal);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_store_that_was_registered_before_is_used()
    {
        var mine = new InMemoryWebhookInboxStore();
        var services = new ServiceCollection();
        services.AddSingleton<IWebhookInboxStore>(mine).AddSingleton<TimeProvider>(_clock);
        services.AddDodoUpsells(Configure);
        await using var provider = services.BuildServiceProvider(Strict);

        await SendAsync(provider.GetRequiredService<IWebhookInbox>(), "msg_1");

        Assert.NotNull(await mine.FindAsync("msg_1"));
    }

    private static void Configure(DodoUpsellOptions options)
    {
        (options.ApiKey, options.Environment) = ("key", DodoEnvironment.Test);
        options.WebhookSecrets.Add(InboxBench.Secret);
    }

    private ServiceCollection Services(Action<DodoUpsellOptions> configure, Action<DodoUpsellBuilder> build)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock).AddSingleton(_notes);
        build(services.AddDodoUpsells(configure));
        return services;
    }

    private IHost Host(Action<DodoUpsellBuilder> build, Action<DodoUpsellOptions>? change = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        build(
            builder.Services.AddDodoUpsells(options =>
            {
                Configure(options);
                change?.Invoke(options);
            })
        );
        return builder.Build();
    }

    private Task<WebhookReceipt> SendAsync(
        IWebhookInbox inbox,
        string id,
        byte[]? body = null,
        string secret = InboxBench.Secret
    )
    {
        body ??= InboxBench.Payment("pay_1", "payment.succeeded", "succeeded", _clock.GetUtcNow());
        return inbox.ReceiveAsync(new DodoWebhookSigner(secret).Sign(id, _clock.GetUtcNow(), body), body);
    }

    private sealed class Notes
    {
        private readonly List<string> _lines = [];
        private int _scopes;

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                    return [.. _lines];
            }
        }

        public int NextScope() => Interlocked.Increment(ref _scopes);

        public Task AddAsync(string line)
        {
            lock (_lines)
                _lines.Add(line);
            return Task.CompletedTask;
        }
    }

    private sealed class PaymentNotes(Notes notes) : IDodoWebhookHandler<PaymentEvent>
    {
        public Task HandleAsync(
            PaymentEvent webhookEvent,
            WebhookContext context,
            CancellationToken cancellationToken = default
        ) => notes.AddAsync($"{nameof(PaymentNotes)} {webhookEvent.Data.PaymentId}");
    }

    private sealed class SubscriptionNotes(Notes notes) : IDodoWebhookHandler<SubscriptionEvent>
    {
        public Task HandleAsync(
            SubscriptionEvent webhookEvent,
            WebhookContext context,
            CancellationToken cancellationToken = default
        ) => notes.AddAsync(nameof(SubscriptionNotes));
    }

    private sealed class Scoped(Notes notes) : IDisposable
    {
        private readonly int _number = notes.NextScope();

        public Task UseAsync() => notes.AddAsync($"used {_number}");

        public void Dispose() => _ = notes.AddAsync($"ended {_number}");
    }

    private sealed class UsesScope(Scoped scoped) : IDodoWebhookHandler<PaymentEvent>
    {
        public Task HandleAsync(
            PaymentEvent webhookEvent,
            WebhookContext context,
            CancellationToken cancellationToken = default
        ) => scoped.UseAsync();
    }

    private sealed class UsesScopeToo(Scoped scoped) : IDodoWebhookHandler<WebhookEvent>
    {
        public Task HandleAsync(
            WebhookEvent webhookEvent,
            WebhookContext context,
            CancellationToken cancellationToken = default
        ) => scoped.UseAsync();
    }

    private sealed class Hangs(Scoped scoped, TaskCompletionSource never) : IDodoWebhookHandler<PaymentEvent>
    {
        public async Task HandleAsync(
            PaymentEvent webhookEvent,
            WebhookContext context,
            CancellationToken cancellationToken = default
        )
        {
            await scoped.UseAsync();
            await never.Task;
        }
    }

    private sealed class CannotBeMade : IDodoWebhookHandler<PaymentEvent>
    {
        public CannotBeMade() => throw new InvalidOperationException("Its constructor failed.");

        public Task HandleAsync(
            PaymentEvent webhookEvent,
            WebhookContext context,
            CancellationToken cancellationToken = default
        ) => Task.CompletedTask;
    }

    private sealed class FailsOnce(Notes notes) : ISystemWebhookHandler
    {
        public async Task HandleAsync(
            WebhookEvent webhookEvent,
            WebhookContext context,
            CancellationToken cancellationToken
        )
        {
            await notes.AddAsync("the library's");
            if (context.Attempt == 1)
                throw new InvalidOperationException("Not yet.");
        }
    }
}
