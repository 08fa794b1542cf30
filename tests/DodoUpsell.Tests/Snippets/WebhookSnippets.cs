using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Tests.Snippets;

/// <summary>The code of docs/webhooks.md, to which the emulator really delivers.</summary>
[Collection(nameof(OneConsole))]
public sealed class WebhookSnippets
{
    private const string Secret = EmulatedWebhook.DefaultSecret;

    [Fact]
    public Task With_a_listener() =>
        OnTheListenerAsync(TimeSpan.FromSeconds(10), address => BuyAsync(new Uri($"{address}webhooks/dodo")));

    [Fact]
    public Task With_a_listener_to_which_others_send_byte_by_byte() =>
        OnTheListenerAsync(
            TimeSpan.FromMinutes(5),
            async address =>
            {
                var dripping = new List<TcpClient>();
                try
                {
                    for (var i = 0; i < 5; i++)
                        dripping.Add(await DripAsync(address));
                    await BuyAsync(new Uri($"{address}webhooks/dodo"));
                }
                finally
                {
                    foreach (var client in dripping)
                        client.Dispose();
                }
            }
        );

    [Fact]
    public Task With_a_listener_that_ends_what_takes_too_long() =>
        OnTheListenerAsync(
            TimeSpan.FromMilliseconds(300),
            async address =>
            {
                using var dripping = await DripAsync(address);

                await ReadToEndAsync(dripping)
                    .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
                while (true)
                {
                    // On a machine that is busy, a delivery may take longer than so short a limit.
                    if (await Record.ExceptionAsync(() => BuyAsync(new Uri($"{address}webhooks/dodo"))) is null)
                        return;
                }
            }
        );

    private static async Task<TcpClient> DripAsync(string address)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(address).Port, TestContext.Current.CancellationToken);
        await client
            .GetStream()
            .WriteAsync(
                "POST /webhooks/dodo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{"u8.ToArray(),
                TestContext.Current.CancellationToken
            );
        return client;
    }

    /// <summary>Returns when the server has closed the connection, in whatever way.</summary>
    private static async Task ReadToEndAsync(TcpClient client)
    {
        try
        {
            while (await client.GetStream().ReadAsync(new byte[1024], TestContext.Current.CancellationToken) > 0)
                continue;
        }
        catch (IOException)
        {
            // It was reset.
        }
    }

    private static async Task OnTheListenerAsync(TimeSpan timeLimit, Func<string, Task> test)
    {
        using var stop = new CancellationTokenSource();
        var orders = new Orders();
        var address = $"http://127.0.0.1:{FreePort()}/";
        var webhookSecret = Secret;
        var stopping = stop.Token;
        var serving = ServeAsync();

        await test(address).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(1900, (await orders.FirstPaid).TotalAmount);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);

        async Task ServeAsync()
        {
            #region webhooks-listener
            var options = new DodoUpsellOptions { WebhookSecrets = { webhookSecret } };
            var inbox = new WebhookInbox(options).OnWebhook<PaymentEvent>(
                (payment, context, cancellationToken) => orders.SaveAsync(payment.Data, cancellationToken)
            );
            var handling = inbox.RunAsync(stopping);

            using var listener = new HttpListener { Prefixes = { address } }; // http://127.0.0.1:5000/
            using var places = new SemaphoreSlim(100);
            listener.Start();
            while (true)
            {
                var call = await listener.GetContextAsync().WaitAsync(stopping);
                await places.WaitAsync(stopping);
                _ = AnswerAsync(call);
            }

            async Task AnswerAsync(HttpListenerContext call)
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
                limit.CancelAfter(timeLimit); // 10 seconds
                try
                {
                    // The listener has no time limit of its own, so a slow sender would delay the others.
                    var headers = WebhookHeaders.FromHeaders(name => call.Request.Headers[name]);
                    var receipt = await inbox
                        .ReceiveAsync(headers, call.Request.InputStream, limit.Token)
                        .WaitAsync(limit.Token);
                    call.Response.StatusCode = receipt.HttpStatusCode;
                    call.Response.Close();
                }
                catch (Exception)
                {
                    // Too slow, disconnected, or the store failed: without a response, the delivery is sent again.
                    call.Response.Abort();
                }
                finally
                {
                    if (!stopping.IsCancellationRequested)
                        places.Release();
                }
            }
            #endregion
        }
    }

    [Fact]
    public async Task With_a_web_app()
    {
        var orders = new Orders();
        var accounts = new Accounts();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["DodoUpsell:ApiKey"] = "any";
        builder.Configuration["DodoUpsell:Environment"] = "Test";
        builder.Configuration["DodoUpsell:WebhookSecrets"] = Secret;
        builder.Services.AddSingleton(accounts);

        #region webhooks-kestrel
        builder
            .Services.AddDodoUpsells(builder.Configuration.GetSection("DodoUpsell"))
            .OnWebhook<PaymentEvent>(
                (payment, context, cancellationToken) => orders.SaveAsync(payment.Data, cancellationToken)
            )
            .AddWebhookHandler<SubscriptionEvent, KeepsAccess>();

        var app = builder.Build();
        app.MapPost(
            "/webhooks/dodo",
            async (HttpRequest request, IWebhookInbox inbox, CancellationToken cancellationToken) =>
            {
                var receipt = await inbox.ReceiveAsync(
                    WebhookHeaders.FromHeaders(name => request.Headers[name]),
                    request.Body,
                    cancellationToken
                );
                return Results.StatusCode(receipt.HttpStatusCode);
            }
        );
        #endregion

        await app.StartAsync(TestContext.Current.CancellationToken);
        await BuyAsync(new Uri($"{app.Urls.Single()}/webhooks/dodo"), DemoSeed.ProPlan);
        Assert.Equal(8000, (await orders.FirstPaid).TotalAmount);
        Assert.Equal(DemoSeed.ProPlan, (await accounts.FirstActive).ProductId);
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Parked()
    {
        using var console = new ConsoleOutput();
        var bench = new Webhooks.Inbox.InboxBench(options => options.Webhooks.RetryDelays.Clear());
        var inbox = bench.Inbox;
        bench.Inbox.OnWebhook<PaymentEvent>(
            (_, _, _) => throw new InvalidOperationException("The mail server is away.")
        );
        await bench.SendPaymentAsync("msg_1");
        await inbox.ProcessAsync();

        #region webhooks-parked
        foreach (var parked in await inbox.ListAsync(InboxState.Parked))
        {
            Console.WriteLine($"{parked.Id} {parked.Type}: {parked.LastError}");
            await inbox.ReplayAsync(parked.Id);
        }
        #endregion

        Assert.Equal(
            "msg_1 payment.succeeded: a delegate for PaymentEvent: InvalidOperationException: The mail server is away.",
            console.Text
        );
        Assert.Equal(InboxState.Waiting, (await inbox.FindAsync("msg_1"))!.State);
    }

    [Fact]
    public async Task In_ones_own_test()
    {
        var orders = new Orders();

        #region webhooks-test
        const string secret = "whsec_dGhlIHNlY3JldCBvZiBteSB0ZXN0cw==";
        var options = new DodoUpsellOptions { WebhookSecrets = { secret } };
        var inbox = new WebhookInbox(options).OnWebhook<PaymentEvent>(
            (payment, context, cancellationToken) => orders.SaveAsync(payment.Data, cancellationToken)
        );

        var now = DateTimeOffset.UtcNow;
        var payment = new Payment
        {
            PaymentId = "pay_1",
            Status = PaymentStatus.Succeeded,
            TotalAmount = 1900,
        };
        var paid = new PaymentEvent(payment) { Type = WebhookEventType.PaymentSucceeded, Timestamp = now };
        var body = paid.ToUtf8Bytes();
        var headers = new DodoWebhookSigner(secret).Sign("msg_1", now, body);

        Assert.Equal(200, (await inbox.ReceiveAsync(headers, body)).HttpStatusCode);
        Assert.Equal(1, (await inbox.ProcessAsync()).Completed);
        #endregion

        Assert.Equal(1900, (await orders.FirstPaid).TotalAmount);
    }

    private static async Task BuyAsync(Uri webhook, string product = DemoSeed.Ebook)
    {
        var emulator = new DodoEmulator(
            new DodoEmulatorOptions
            {
                Webhook = new EmulatedWebhook(webhook),
                TimeSource = TimeProvider.System,
                Settlement = PaymentSettlement.Immediate,
            }
        );
        using var dodo = The.ClientOf(emulator.CreateHandler(), emulator.Clock);
        await dodo.CheckoutSessions.CreateAsync(
            new()
            {
                ProductCart = [new() { ProductId = product, Quantity = 1 }],
                Customer = CustomerReference.Existing(DemoSeed.CustomerWithCards),
                PaymentMethodId = DemoSeed.GoodCard,
                Confirm = true,
            }
        );
        await emulator.DeliverWebhooksAsync(TestContext.Current.CancellationToken);
        Assert.All(
            emulator.WebhookDeliveries,
            delivery => Assert.Equal(HttpStatusCode.OK, Assert.Single(delivery.Attempts).Status)
        );
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private sealed class Orders
    {
        private readonly TaskCompletionSource<Payment> _firstPaid = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        public Task<Payment> FirstPaid => _firstPaid.Task;

        public Task SaveAsync(Payment payment, CancellationToken cancellationToken)
        {
            if (payment.Status == PaymentStatus.Succeeded)
                _firstPaid.TrySetResult(payment);
            return Task.CompletedTask;
        }
    }

    private sealed class Accounts
    {
        private readonly ConcurrentDictionary<string, Subscription> _active = new(StringComparer.Ordinal);
        private readonly TaskCompletionSource<Subscription> _first = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        public Task<Subscription> FirstActive => _first.Task;

        public Task SetAsync(Subscription subscription, bool hasAccess, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!hasAccess)
                _active.TryRemove(subscription.SubscriptionId, out _);
            else if (_active.TryAdd(subscription.SubscriptionId, subscription))
                _first.TrySetResult(subscription);
            return Task.CompletedTask;
        }
    }

    #region webhooks-handler
    private sealed class KeepsAccess(Accounts accounts) : IDodoWebhookHandler<SubscriptionEvent>
    {
        // The data is never older than recorded before, whatever the event and the order of arrival.
        public Task HandleAsync(
            SubscriptionEvent subscription,
            WebhookContext context,
            CancellationToken cancellationToken = default
        )
        {
            var hasAccess = subscription.Data.Status == SubscriptionStatus.Active;
            return accounts.SetAsync(subscription.Data, hasAccess, cancellationToken);
        }
    }
    #endregion
}
