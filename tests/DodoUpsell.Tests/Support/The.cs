using DodoUpsell.Http;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Tests.Support;

/// <summary>The vocabulary of the tests: clients, requests and answers that most of them need.</summary>
internal static class The
{
    public const string ApiKey = "test_key_CANARY_5f1c";

    public const string CustomerJson = """
        {"business_id":"bus_1","customer_id":"cus_1","created_at":"2026-01-02T03:04:05.678901Z",
          "email":"ada@example.test","name":"Ada","metadata":{}}
        """;

    public const string SessionJson = """
        {"session_id":"cks_1","payment_id":"pay_1","checkout_url":null,"client_secret":"cs",
          "publishable_key":"pk"}
        """;

    public const string NoItems = """{"items":[]}""";

    public static DodoUpsellOptions Options(Uri? address = null) =>
        new()
        {
            ApiKey = ApiKey,
            Environment = DodoEnvironment.Test,
            BaseAddress = address ?? new Uri("https://test.dodopayments.com"),
            RateLimit = RateLimitTier.Off,
            AttemptTimeout = TimeSpan.FromMinutes(10),
            TotalTimeout = TimeSpan.FromMinutes(25),
        };

    /// <summary>A client over real sockets; its waits between attempts take no time, unless a clock is given.</summary>
    public static DodoClient ClientOf(
        ScriptedServer server,
        Action<DodoUpsellOptions>? change = null,
        TimeProvider? clock = null,
        ILoggerFactory? loggers = null
    )
    {
        var options = Options(server.Address);
        change?.Invoke(options);
        return new DodoClient(
            DodoHttp.NewClient(),
            () => options,
            clock ?? new NoWaitTimeProvider(),
            loggers ?? Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance,
            ownsHttpClient: true,
            jitter: () => 0.5
        );
    }

    /// <summary>A client over a handler in memory, with the given clock.</summary>
    public static DodoClient ClientOf(
        HttpMessageHandler handler,
        TimeProvider clock,
        Action<DodoUpsellOptions>? change = null,
        ILoggerFactory? loggers = null
    )
    {
        var options = Options();
        change?.Invoke(options);
        return new DodoClient(
            new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan },
            () => options,
            clock,
            loggers ?? Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance,
            ownsHttpClient: true,
            jitter: () => 0.5
        );
    }

    public static CreateCheckoutSessionRequest OneClick() =>
        new()
        {
            ProductCart = [new() { ProductId = "pdt_1", Quantity = 1 }],
            Customer = CustomerReference.Existing("cus_1"),
            PaymentMethodId = "pm_1",
            Confirm = true,
        };
}
