using System.Net;
using System.Net.Sockets;
using DodoUpsell.Http;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

public sealed class RetryTests
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);
    private readonly ManualTimeProvider _clock = new();

    public static TheoryData<string> Faults => ["reset", "500", "502", "503", "504", "408", "429", "truncated"];

    private static Reply Fault(string name) =>
        name switch
        {
            "reset" => Reply.Reset,
            "truncated" => new Reply(200, """{"customer_id":""", ReplyKind.TruncatedBody),
            _ => Reply.Error(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture), "SCRIPTED"),
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_read_that_meets_a_fault_is_sent_again_and_succeeds(string fault)
    {
        await using var server = new ScriptedServer(Fault(fault), Fault(fault), new Reply(200, The.CustomerJson));
        using var dodo = The.ClientOf(server);

        var customer = await dodo.Customers.GetAsync("cus_1");

        Assert.Equal("cus_1", customer.CustomerId);
        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task A_read_that_times_out_is_sent_again_and_succeeds()
    {
        await using var server = new ScriptedServer(Reply.NoAnswer, new Reply(200, The.CustomerJson));
        using var dodo = The.ClientOf(server, options => options.AttemptTimeout = TimeSpan.FromSeconds(5), _clock);

        var call = dodo.Customers.GetAsync("cus_1");
        await server.ArrivalAsync();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await server.ArrivalAsync(() => _clock.Advance(TimeSpan.FromMilliseconds(10)));

        Assert.Equal("cus_1", (await call).CustomerId);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task A_repeatable_change_is_sent_again_with_the_same_body()
    {
        await using var server = new ScriptedServer(Reply.Reset, new Reply(200, The.CustomerJson));
        using var dodo = The.ClientOf(server);

        await dodo.Customers.UpdateAsync("cus_1", new() { Name = "Ada" });

        Assert.Equal(2, server.Received.Count);
        Assert.All(server.Received, request => Assert.Equal("""{"name":"Ada"}""", request.Body));
    }

    [Fact]
    public async Task A_checkout_session_without_confirm_charges_nobody_and_is_sent_again()
    {
        await using var server = new ScriptedServer(
            Reply.Error(500, "INTERNAL_SERVER_ERROR"),
            new Reply(200, """{"session_id":"cks_1","checkout_url":"https://example.test/x"}""")
        );
        using var dodo = The.ClientOf(server);

        var session = await dodo.CheckoutSessions.CreateAsync(
            new() { ProductCart = [new() { ProductId = "pdt_1", Quantity = 1 }] }
        );

        Assert.Equal("https://example.test/x", session.CheckoutUrl);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task Waits_double_with_jitter_up_to_the_number_of_retries()
    {
        using var handler = new StubHandler(_ => StubHandler.Json(HttpStatusCode.InternalServerError, "{}"))
        {
            Clock = _clock,
        };
        using var dodo = The.ClientOf(handler, _clock, options => options.MaxRetries = 6);

        var call = dodo.Customers.GetAsync("cus_1");
        await _clock.RunAsync(call, LongestDelay);

        await Assert.ThrowsAsync<DodoApiException>(() => call);
        var waits = handler.Times.Zip(handler.Times.Skip(1), (a, b) => (b - a).TotalSeconds);
        Assert.Equal([0.375, 0.75, 1.5, 3, 6, 6], waits);
    }

    [Fact]
    public async Task The_total_timeout_ends_the_retries()
    {
        using var handler = new StubHandler(_ => StubHandler.Json(HttpStatusCode.InternalServerError, "{}"))
        {
            Clock = _clock,
        };
        using var dodo = The.ClientOf(
            handler,
            _clock,
            options => (options.MaxRetries, options.TotalTimeout) = (10, TimeSpan.FromSeconds(2))
        );

        var call = dodo.Customers.GetAsync("cus_1");
        var passed = await _clock.RunAsync(call, LongestDelay);

        await Assert.ThrowsAsync<DodoApiException>(() => call);
        Assert.True(passed <= TimeSpan.FromSeconds(2), $"{passed}");
        Assert.Equal(3, handler.Count);
    }

    [Fact]
    public async Task A_charge_that_found_no_connection_is_sent_again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var closed = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var options = The.Options(new Uri($"http://127.0.0.1:{closed}"));
        using var dodo = new DodoClient(
            DodoHttp.NewClient(),
            () => options,
            new NoWaitTimeProvider(),
            Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance,
            ownsHttpClient: true,
            () => 0.5
        );

        var error = await Assert.ThrowsAsync<DodoConnectionException>(() =>
            dodo.CheckoutSessions.CreateAsync(The.OneClick())
        );

        Assert.Contains("was not sent", error.Message, StringComparison.Ordinal);
        Assert.Contains("after 4 attempts", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_to_connect_is_no_proof_once_the_body_was_read()
    {
        using var handler = new StubHandler(_ => throw new HttpRequestException(HttpRequestError.ConnectionError));
        using var dodo = The.ClientOf(handler, _clock);

        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() => dodo.CheckoutSessions.CreateAsync(The.OneClick()));

        Assert.Equal(1, handler.Count);
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TaskCanceledException))]
    [InlineData(typeof(ObjectDisposedException))]
    public async Task Whatever_a_handler_throws_after_a_charge_has_left_is_an_unknown_outcome(Type thrown)
    {
        using var handler = new StubHandler(_ =>
            throw (Exception)Activator.CreateInstance(thrown, "thrown by a handler")!
        );
        using var dodo = The.ClientOf(handler, _clock);

        var unknown = await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() =>
            dodo.CheckoutSessions.CreateAsync(The.OneClick())
        );

        Assert.IsType(thrown, unknown.InnerException!.InnerException);
        Assert.Equal(1, handler.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancellation_that_nobody_asked_for_is_never_passed_on_as_the_callers(bool isConnectTimeout)
    {
        using var handler = new StubHandler(_ =>
            throw new TaskCanceledException("by a handler", isConnectTimeout ? new TimeoutException() : null)
        );
        using var dodo = The.ClientOf(handler, _clock, options => options.MaxRetries = 0);

        await Assert.ThrowsAsync<DodoConnectionException>(() => dodo.Customers.GetAsync("cus_1"));
    }

    [Fact]
    public async Task A_charge_refused_for_a_locked_discount_is_sent_again()
    {
        await using var server = new ScriptedServer(
            Reply.Error(503, "DISCOUNT_CONCURRENT_REDEMPTION"),
            new Reply(200, The.SessionJson)
        );
        using var dodo = The.ClientOf(server);

        await dodo.CheckoutSessions.CreateAsync(The.OneClick());

        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task A_rate_limit_that_lasts_is_an_API_error_of_a_charge_and_no_unknown_outcome()
    {
        await using var server = new ScriptedServer(Reply.Error(429, "TOO_MANY_REQUESTS"));
        using var dodo = The.ClientOf(server);

        var error = await Assert.ThrowsAsync<DodoApiException>(() => dodo.CheckoutSessions.CreateAsync(The.OneClick()));

        Assert.Equal(DodoErrorCode.TooManyRequests, error.Code);
        Assert.Equal(4, server.Received.Count);
    }

    [Fact]
    public async Task A_renewal_that_was_retried_often_enough_is_not_sent_again()
    {
        await using var server = new ScriptedServer(Reply.Error(429, "MANUAL_RETRY_LIMIT_REACHED"));
        using var dodo = The.ClientOf(server);

        var error = await Assert.ThrowsAsync<DodoApiException>(() => dodo.Payments.RetryAsync("pay_1"));

        Assert.Equal((DodoErrorCode.ManualRetryLimitReached, false), (error.Code, error.IsTransient));
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_deletion_whose_answer_was_lost_is_done_when_the_retry_finds_nothing()
    {
        await using var server = new ScriptedServer(Reply.Reset, Reply.Error(404, "SCHEDULED_PLAN_CHANGE_NOT_FOUND"));
        using var dodo = The.ClientOf(server);

        var attempts = 0;
        await dodo.WithOptions(new() { OnResponse = response => attempts = response.Attempts })
            .Subscriptions.CancelScheduledChangeAsync("sub_1");

        Assert.Equal(2, attempts);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task A_deletion_that_finds_nothing_at_once_says_so()
    {
        await using var server = new ScriptedServer(Reply.Error(404, "SCHEDULED_PLAN_CHANGE_NOT_FOUND"));
        using var dodo = The.ClientOf(server);

        var error = await Assert.ThrowsAsync<DodoApiException>(() =>
            dodo.Subscriptions.CancelScheduledChangeAsync("sub_1")
        );

        Assert.Equal(DodoErrorCode.ScheduledPlanChangeNotFound, error.Code);
    }

    [Fact]
    public async Task The_platform_does_not_send_a_request_without_a_body_again_behind_our_back()
    {
        await using var server = new ScriptedServer(
            Reply.Reset,
            new Reply(200, """{"link":"https://example.test/"}""")
        );
        using var dodo = The.ClientOf(server);

        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() =>
            dodo.Customers.CreatePortalSessionAsync("cus_1", new() { SendEmail = true })
        );

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task The_platform_would_do_so_without_our_content()
    {
        await using var server = new ScriptedServer(Reply.Reset, new Reply(200, "{}"));
        using var plain = new HttpClient();

        using var response = await plain.PostAsync(
            new Uri(server.Address, "/charge"),
            content: null,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task A_wallet_entry_is_repeated_only_with_an_idempotency_key()
    {
        const string Wallet = """{"customer_id":"cus_1","balance":500,"currency":"USD"}""";
        await using var server = new ScriptedServer(Reply.Reset, new Reply(200, Wallet));
        using var dodo = The.ClientOf(server);
        var entry = new CreateWalletLedgerEntryRequest
        {
            Amount = 500,
            Currency = Currency.USD,
            EntryType = WalletEntryType.Credit,
        };

        Assert.Equal(
            500,
            (await dodo.Customers.CreateWalletLedgerEntryAsync("cus_1", entry with { IdempotencyKey = "a" })).Balance
        );

        await using var second = new ScriptedServer(Reply.Reset, new Reply(200, Wallet));
        using var other = The.ClientOf(second);
        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() =>
            other.Customers.CreateWalletLedgerEntryAsync("cus_1", entry)
        );
        Assert.Single(second.Received);
    }
}
