using System.Text.Json;
using DodoUpsell.Tests.Support;
using DodoUpsell.Tests.Webhooks.Inbox;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Tests.Security;

/// <summary>
/// What a server, a handler or a library quotes is cleaned before it enters an exception, a log or the store.
/// </summary>
public sealed class RedactionTests
{
    public static TheoryData<string> Shapes => [.. Canaries.Shapes];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task The_code_message_and_body_of_an_error_are_cleaned(string canary)
    {
        string[] bodies =
        [
            JsonSerializer.Serialize(new { code = canary, message = "m" }),
            JsonSerializer.Serialize(new { code = "NOT_FOUND", message = $"Nothing for {canary}, sorry" }),
            $$"""{"code":"NOT_FOUND","message":"m","detail":"{{canary}}"}""",
            JsonSerializer.Serialize(new { code = "NOT_FOUND", message = new string('x', 490) + " " + canary }),
            JsonSerializer.Serialize(new { code = "NOT_FOUND", message = new string(' ', 1990) + canary }),
            $"<html>{new string('\n', 1985)}{canary}</html>",
            $"{new string(' ', (8 * 1024) - 10)}{canary}",
        ];
        foreach (var body in bodies)
            await RefusedAsync(new Reply(404, body));
        await RefusedAsync(
            new Reply(
                200,
                $$"""
                {"customer_id":"cus_1","{{JsonEncodedText.Encode(canary)}}":1,
                  "metadata":"{{JsonEncodedText.Encode(canary)}}"}
                """
            )
        );
        if (canary.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_'))
            await RefusedAsync(new Reply(200, "x", ContentType: $"text/{canary}"));

        static async Task RefusedAsync(Reply reply)
        {
            await using var server = new ScriptedServer(reply);
            using var dodo = ClientOf(server.Address);
            Canaries.AssertNoneIn(await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1")));
        }
    }

    [Theory]
    [InlineData("Bearer hidden0part")]
    [InlineData("Authorization: Basic hidden0part")]
    [InlineData("Proxy-Authorization=hidden0part")]
    [InlineData("Cookie: session=hidden0part")]
    [InlineData("Set-Cookie: session=hidden0part; Path=/")]
    [InlineData("webhook-signature: v1,hidden0part")]
    [InlineData("whsec_hidden0part")]
    [InlineData("sk_live_hidden0part")]
    [InlineData("rk_test_hidden0part")]
    [InlineData("pay_1_secret_hidden0part")]
    [InlineData("""{"client_secret": "hidden0part"}""")]
    [InlineData("""{"api_key":"hidden0part"}""")]
    [InlineData("""{"token":"hidden0part"}""")]
    [InlineData("""{"password":"hidden0part"}""")]
    [InlineData("""{"cvc":"hidden0part"}""")]
    public async Task A_secret_of_somebody_else_is_known_by_its_shape(string quoted)
    {
        await using var server = new ScriptedServer(
            new Reply(404, JsonSerializer.Serialize(new { code = "NOT_FOUND", message = $"It had {quoted}" })),
            new Reply(404, $"<html>{quoted}</html>")
        );
        using var dodo = ClientOf(server.Address);

        for (var call = 0; call < 2; call++)
        {
            var e = await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"));
            Assert.All(
                Canaries.TextsOf(e),
                text => Assert.DoesNotContain("hidden0part", text, StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [InlineData("STOLEN_CARD_2", "STOLEN_CARD_2")]
    [InlineData("do_not_honor", "do_not_honor")]
    [InlineData("aB3dE6", "[secret]")]
    [InlineData("canary.lovelace@example.test", "[e-mail]")]
    public void A_code_of_a_payment_is_kept_unless_it_is_made_as_keys_are(string code, string kept) =>
        Assert.Equal(kept, DodoUpsell.Http.Redactor.CleanCode(code));

    [Fact]
    public async Task A_code_that_is_not_known_and_harmless_survives()
    {
        await using var server = new ScriptedServer(Reply.Error(409, "A_CODE_OF_TOMORROW_2"));
        using var dodo = ClientOf(server.Address);

        Assert.Equal(
            "A_CODE_OF_TOMORROW_2",
            (await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"))).Code.Value
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_inner_exception_that_quotes_the_request_is_cleaned(bool isCharge)
    {
        using var dodo = new DodoClient(Options(), new HttpClient(new QuotingHandler()));

        var e = isCharge
            ? await Assert.ThrowsAnyAsync<DodoException>(() => dodo.CheckoutSessions.CreateAsync(The.OneClick()))
            : await Assert.ThrowsAnyAsync<DodoException>(() =>
                dodo.WithOptions(new() { MaxRetries = 0 }).Customers.GetAsync("cus_1")
            );

        Canaries.AssertNoneIn(e);
        Assert.Contains(nameof(InvalidOperationException), e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inner_exception_that_quotes_it_in_its_data_alone_is_cleaned()
    {
        var quoting = new HttpRequestException("It failed.", new InvalidOperationException("It failed, too."));
        quoting.InnerException!.Data["request"] = Canaries.ApiKey;
        using var dodo = new DodoClient(Options(), new HttpClient(new StubHandler(_ => throw quoting)));

        var e = await Assert.ThrowsAnyAsync<DodoException>(() =>
            dodo.WithOptions(new() { MaxRetries = 0 }).Customers.GetAsync("cus_1")
        );

        Canaries.AssertNoneIn(e);
    }

    [Fact]
    public async Task An_inner_exception_that_quotes_nothing_stays_what_it_is()
    {
        using var dodo = new DodoClient(The.Options(new Uri("http://127.0.0.1:9")));

        var e = await Assert.ThrowsAsync<DodoConnectionException>(() =>
            dodo.WithOptions(new() { MaxRetries = 0 }).Customers.GetAsync("cus_1")
        );

        Assert.Equal(
            HttpRequestError.ConnectionError,
            Assert.IsType<HttpRequestException>(e.InnerException).HttpRequestError
        );
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_handlers_error_is_cleaned_in_the_log_and_in_the_store(string canary)
    {
        var log = new EverythingLogged();
        var bench = new InboxBench(
            options =>
            {
                options.ApiKey = Canaries.ApiKey;
                options.WebhookSecrets.Add(Canaries.WebhookSecret);
                options.Webhooks.RetryDelays.Clear();
            },
            loggers: log
        );
        bench.Inbox.OnWebhook<PaymentEvent>(
            (_, _, _) =>
                throw new InvalidOperationException(
                    $"No row for {canary}",
                    new FormatException(canary) { Data = { ["row"] = canary } }
                )
        );
        await bench.SendPaymentAsync("msg_1");

        await bench.Inbox.ProcessAsync();

        var parked = await bench.Inbox.FindAsync("msg_1");
        Assert.StartsWith(
            "a delegate for PaymentEvent: InvalidOperationException: No row for",
            parked!.LastError,
            StringComparison.Ordinal
        );
        var texts = canary.Contains(Canaries.Header, StringComparison.Ordinal) ? [] : log.Texts;
        Canaries.AssertNoneIn(texts.Count == 0 ? "" : parked.LastError);
        Assert.All(texts, Canaries.AssertNoneIn);
        Assert.Contains(log.Texts, text => text.Contains(nameof(InvalidOperationException), StringComparison.Ordinal));
    }

    internal static DodoUpsellOptions Options(Uri? address = null)
    {
        var options = The.Options(address);
        options.ApiKey = Canaries.ApiKey;
        options.WebhookSecrets.Add(Canaries.WebhookSecret);
        return options;
    }

    private static ClientWithHeader ClientOf(Uri address) => new(new DodoClient(Options(address)));

    private sealed class ClientWithHeader(DodoClient client) : IDisposable
    {
        private readonly IDodoClient _withHeader = client.WithOptions(
            new()
            {
                MaxRetries = 0,
                Headers = new Dictionary<string, string> { ["X-Secret"] = Canaries.Header },
            }
        );

        public ICustomersClient Customers => _withHeader.Customers;

        public void Dispose() => client.Dispose();
    }

    private sealed class QuotingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            throw new HttpRequestException(
                HttpRequestError.ConnectionError,
                $"Refused: {request}",
                new InvalidOperationException($"{request.Headers} to {Canaries.Email}")
                {
                    Data = { ["key"] = Canaries.ApiKey },
                }
            );
    }
}

/// <summary>Keeps what is logged, with its exceptions and its values.</summary>
internal sealed class EverythingLogged : ILoggerFactory, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _texts = [];

    public IReadOnlyCollection<string> Texts => _texts;

    public void AssertAndForget()
    {
        while (_texts.TryDequeue(out var text))
            Canaries.AssertNoneIn(text);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        _texts.Enqueue(formatter(state, exception));
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
            foreach (var (_, value) in values)
                _texts.Enqueue($"{value}");
        if (exception is not null)
            foreach (var text in Canaries.TextsOf(exception))
                _texts.Enqueue(text);
    }

    public void Dispose() { }
}
