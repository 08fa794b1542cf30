using System.Collections.Concurrent;
using System.Globalization;
using DodoUpsell.Charging;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using DodoUpsell.Withdrawals;

namespace DodoUpsell.Tests.Withdrawals;

/// <summary>
/// A seller's app with withdrawals, against the emulator. Several nodes can share its store. Its clock stands still until a
/// test moves it.
/// </summary>
internal sealed class WithdrawalShop : IWithdrawalPolicy, IWithdrawalHandler
{
    public const string Customer = DemoSeed.CustomerWithCards;

    public WithdrawalShop(
        PaymentSettlement? settlement = null,
        Action<WithdrawalOptions>? configure = null,
        IWithdrawalStore? store = null
    )
    {
        Emulator = new DodoEmulator(new DodoEmulatorOptions { Settlement = settlement ?? PaymentSettlement.Immediate });
        configure?.Invoke(Options);
        Store = store ?? new InMemoryWithdrawalStore();
        Node = CreateNode();
    }

    public DodoEmulator Emulator { get; }

    public WithdrawalOptions Options { get; } = new();

    public IWithdrawalStore Store { get; }

    public LogLines Log { get; } = new();

    public WithdrawalNode Node { get; }

    public WithdrawalFlow Flow => Node.Flow;

    /// <summary>Gets what the handler was told.</summary>
    public ConcurrentQueue<(WithdrawalNotice Notice, Withdrawal Withdrawal)> Told { get; } = new();

    /// <summary>Gets or sets what the policy decides, or null for the default.</summary>
    public Func<WithdrawalPolicyContext, WithdrawalDecision>? Policy { get; set; }

    /// <summary>Gets or sets what a handler does in addition.</summary>
    public Action<WithdrawalNotice>? OnTold { get; set; }

    public DateTimeOffset Now => Emulator.Clock.GetUtcNow();

    public static WithdrawalAccess Ada { get; } = WithdrawalAccess.OfSubject(SubjectIds.OfCustomer(Customer));

    public WithdrawalNode CreateNode(IWithdrawalStore? store = null, DelegatingHandler? between = null)
    {
        var handler = Emulator.CreateHandler();
        between?.InnerHandler = handler;
        var dodo = The.ClientOf(between ?? handler, Emulator.Clock, options => options.MaxRetries = 0);
        var engine = new WithdrawalEngine(
            new ChargeEngine(
                dodo,
                new InMemoryChargeLedger(),
                () => new ChargingOptions(),
                Emulator.Clock,
                ChargeMessages.English,
                Log
            ),
            store ?? Store,
            () => Options,
            new WithdrawalServices(null, null, this, [this]),
            WithdrawalMessages.Default,
            () => null
        );
        return new(dodo, new WithdrawalFlow(engine), new WithdrawalWebhookHandler(engine));
    }

    public ValueTask<WithdrawalDecision> DecideAsync(
        WithdrawalPolicyContext context,
        CancellationToken cancellationToken = default
    ) =>
        new(
            Policy?.Invoke(context)
                ?? (
                    context.IsInTime
                        ? WithdrawalDecision.RefundInFull()
                        : WithdrawalDecision.Review(WithdrawalReviewReason.Late)
                )
        );

    public Task HandleAsync(
        WithdrawalNotice notice,
        Withdrawal withdrawal,
        CancellationToken cancellationToken = default
    )
    {
        OnTold?.Invoke(notice);
        Told.Enqueue((notice, withdrawal));
        return Task.CompletedTask;
    }

    /// <summary>Buys with the saved card. Returns the id of the payment.</summary>
    public async Task<Payment> BuyAsync(params string[] products)
    {
        var session = await Node.Dodo.CheckoutSessions.CreateAsync(
            new()
            {
                ProductCart =
                [
                    .. products
                        .DefaultIfEmpty(DemoSeed.Course)
                        .Select(id => new CheckoutItem { ProductId = id, Quantity = 1 }),
                ],
                Customer = CustomerReference.Existing(Customer),
                BillingAddress = new() { Country = new CountryCode("US"), Zipcode = "94107" },
                PaymentMethodId = DemoSeed.GoodCard,
                Confirm = true,
            }
        );
        return await Node.Dodo.Payments.GetAsync(session.PaymentId!);
    }

    public async Task<Withdrawal> StateAsync(string contractId, WithdrawalAccess? access = null) =>
        await Flow.StateAsync(
            new()
            {
                Access = access ?? Ada,
                ContractId = contractId,
                Name = "Ada Lovelace",
                Contact = "ada@example.test",
                Culture = CultureInfo.GetCultureInfo("en"),
            }
        ) ?? throw new InvalidOperationException("No contract.");

    public async Task<Withdrawal> WithdrawAsync(string contractId, WithdrawalAccess? access = null)
    {
        var stated = await StateAsync(contractId, access);
        return (await Flow.ConfirmAsync(access ?? Ada, stated.Id))!;
    }

    public async Task<Withdrawal> FindAsync(string id) => (await Flow.FindAsync(Ada, id))!;

    /// <summary>Runs the worker of a node now and while the given time passes.</summary>
    public async Task RunAsync(TimeSpan time = default, WithdrawalNode? node = null)
    {
        await (node ?? Node).Flow.ProcessDueAsync(TestContext.Current.CancellationToken);
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMinutes(10))
        {
            await Emulator.AdvanceAsync(TimeSpan.FromMinutes(10));
            await (node ?? Node).Flow.ProcessDueAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task<string> RefundOfAsync(string paymentId) =>
        (await Node.Dodo.Payments.GetAsync(paymentId)).RefundStatus?.Value ?? "none";

    public static RefundEvent EventOf(Refund refund) => new(refund);
}

/// <summary>One server of the app.</summary>
internal sealed record WithdrawalNode(IDodoClient Dodo, WithdrawalFlow Flow, ISystemWebhookHandler Webhooks)
{
    public Task RefundedAsync(Refund refund) =>
        Webhooks.HandleAsync(WithdrawalShop.EventOf(refund), new() { WebhookId = "msg_1" }, CancellationToken.None);
}

/// <summary>Lets a test act before or after a request.</summary>
internal sealed class Between(
    Func<HttpRequestMessage, Task>? before = null,
    Func<HttpRequestMessage, Task>? after = null
) : DelegatingHandler
{
    private int _refunds;

    public int RefundRequests => _refunds;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (IsRefund(request))
            Interlocked.Increment(ref _refunds);
        if (before is not null)
            await before(request);
        var response = await base.SendAsync(request, cancellationToken);
        if (after is not null)
            await after(request);
        return response;
    }

    public static bool IsRefund(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath == "/refunds";
}
