using System.Net;
using DodoUpsell.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace DodoUpsell.Tests.DependencyInjection;

public sealed class RegistrationTests
{
    private static Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal)
        {
            ["DodoUpsell:ApiKey"] = "key_1",
            ["DodoUpsell:Environment"] = "Test",
            ["DodoUpsell:BaseAddress"] = "https://example.test/api",
            ["DodoUpsell:WebhookSecrets:0"] = "whsec_dGhlIGZpcnN0IHNlY3JldA==",
            ["DodoUpsell:WebhookSecrets:1"] = "whsec_dGhlIG90aGVyIHNlY3JldA==",
            ["DodoUpsell:TotalTimeout"] = "00:00:45",
            ["DodoUpsell:AttemptTimeout"] = "00:00:15",
            ["DodoUpsell:MaxClockSkew"] = "00:03:00",
            ["DodoUpsell:MaxRetries"] = "5",
            ["DodoUpsell:RateLimit"] = "Tier1",
            ["DodoUpsell:MaxResponseBytes"] = "65536",
            ["DodoUpsell:Charging:WaitBudget"] = "00:00:03",
            ["DodoUpsell:Charging:GracePeriod"] = "00:40:00",
            ["DodoUpsell:Charging:QuoteLifetime"] = "00:07:00",
            ["DodoUpsell:Charging:ReconcileInterval"] = "00:00:20",
            ["DodoUpsell:Charging:Retention"] = "90.00:00:00",
            ["DodoUpsell:Webhooks:MaxBodyBytes"] = "4096",
            ["DodoUpsell:Webhooks:MaxConcurrency"] = "2",
            ["DodoUpsell:Webhooks:HandlerTimeout"] = "00:00:10",
            ["DodoUpsell:Webhooks:RetryDelays:0"] = "00:00:01",
            ["DodoUpsell:Webhooks:RetryDelays:1"] = "00:00:02",
            ["DodoUpsell:Webhooks:CompletedRetention"] = "3.00:00:00",
            ["DodoUpsell:Webhooks:ParkedRetention"] = "4.00:00:00",
            ["DodoUpsell:Webhooks:RunInBackground"] = "false",
        };

    [Fact]
    public void Every_setting_is_read_from_configuration()
    {
        using var provider = Provider(Settings);

        var options = provider.GetRequiredService<IOptions<DodoUpsellOptions>>().Value;

        Assert.Equal("key_1", options.ApiKey.Reveal());
        Assert.Equal(DodoEnvironment.Test, options.Environment);
        Assert.Equal(new Uri("https://example.test/api"), options.BaseAddress);
        Assert.Equal(
            ["whsec_dGhlIGZpcnN0IHNlY3JldA==", "whsec_dGhlIG90aGVyIHNlY3JldA=="],
            options.WebhookSecrets.Select(secret => secret.Reveal())
        );
        Assert.Equal(TimeSpan.FromSeconds(45), options.TotalTimeout);
        Assert.Equal(TimeSpan.FromSeconds(15), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromMinutes(3), options.MaxClockSkew);
        Assert.Equal(5, options.MaxRetries);
        Assert.Equal(RateLimitTier.Tier1, options.RateLimit);
        Assert.Equal(65536, options.MaxResponseBytes);
        Assert.Equal(TimeSpan.FromSeconds(3), options.Charging.WaitBudget);
        Assert.Equal(TimeSpan.FromMinutes(40), options.Charging.GracePeriod);
        Assert.Equal(TimeSpan.FromMinutes(7), options.Charging.QuoteLifetime);
        Assert.Equal(TimeSpan.FromSeconds(20), options.Charging.ReconcileInterval);
        Assert.Equal(TimeSpan.FromDays(90), options.Charging.Retention);
        Assert.Equal(4096, options.Webhooks.MaxBodyBytes);
        Assert.Equal(2, options.Webhooks.MaxConcurrency);
        Assert.Equal(TimeSpan.FromSeconds(10), options.Webhooks.HandlerTimeout);
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], options.Webhooks.RetryDelays);
        Assert.Equal(TimeSpan.FromDays(3), options.Webhooks.CompletedRetention);
        Assert.Equal(TimeSpan.FromDays(4), options.Webhooks.ParkedRetention);
        Assert.False(options.Webhooks.RunInBackground);
    }

    [Theory]
    [InlineData("ApiKey", null, "DodoUpsell:ApiKey is missing")]
    [InlineData("Environment", null, "DodoUpsell:Environment is missing: set it to Test or Live")]
    [InlineData("Environment", "Staging", "DodoUpsell:Environment has an invalid value: set it to one of Test, Live")]
    [InlineData("BaseAddress", "nonsense", "DodoUpsell:BaseAddress has an invalid value")]
    [InlineData("BaseAddress", "http://example.test", "DodoUpsell:BaseAddress uses plain http")]
    [InlineData("TotalTimeout", "soon", "DodoUpsell:TotalTimeout has an invalid value")]
    [InlineData("AttemptTimeout", "00:00:00", "DodoUpsell:AttemptTimeout is 00:00:00")]
    [InlineData("MaxRetries", "99", "DodoUpsell:MaxRetries is 99")]
    [InlineData("RateLimit", "Tier9", "DodoUpsell:RateLimit has an invalid value")]
    [InlineData("MaxResponseBytes", "1", "DodoUpsell:MaxResponseBytes is 1")]
    [InlineData("WebhookSecrets:0", "not base64!", "DodoUpsell:WebhookSecrets has an entry that is not base64")]
    [InlineData("Webhooks:MaxBodyBytes", "1", "DodoUpsell:Webhooks:MaxBodyBytes is 1: set it to 1024")]
    [InlineData("Webhooks:MaxConcurrency", "0", "DodoUpsell:Webhooks:MaxConcurrency is 0: set it to 1")]
    [InlineData("Webhooks:HandlerTimeout", "02:00:00", "DodoUpsell:Webhooks:HandlerTimeout is 02:00:00")]
    [InlineData("Webhooks:RetryDelays:1", "00:00:00", "DodoUpsell:Webhooks:RetryDelays has the entry 00:00:00")]
    [InlineData("Webhooks:RetryDelays:1", "often", "DodoUpsell:Webhooks:RetryDelays:1 has an invalid value")]
    [InlineData(
        "Webhooks:CompletedRetention",
        "1.00:00:00",
        "DodoUpsell:Webhooks:CompletedRetention is 1.00:00:00: set it to two days or more"
    )]
    [InlineData("Webhooks:ParkedRetention", "1.00:00:00", "DodoUpsell:Webhooks:ParkedRetention is 1.00:00:00")]
    [InlineData(
        "Webhooks:RunInBackground",
        "maybe",
        "DodoUpsell:Webhooks:RunInBackground has an invalid value: set it to true or false"
    )]
    [InlineData(
        "Charging:WaitBudget",
        "00:03:00",
        "DodoUpsell:Charging:WaitBudget is 00:03:00: it must be between 0 and 2 minutes"
    )]
    [InlineData("Charging:WaitBudget", "soon", "DodoUpsell:Charging:WaitBudget has an invalid value")]
    [InlineData(
        "Charging:GracePeriod",
        "00:04:00",
        "DodoUpsell:Charging:GracePeriod is 00:04:00: it must be between 00:32:45 and 7 days"
    )]
    [InlineData(
        "TotalTimeout",
        "00:19:00",
        "DodoUpsell:Charging:GracePeriod is 00:40:00: it must be between 00:51:00 and 7 days"
    )]
    [InlineData(
        "Charging:QuoteLifetime",
        "02:00:00",
        "DodoUpsell:Charging:QuoteLifetime is 02:00:00: it must be between 1 minute and 1 hour"
    )]
    [InlineData(
        "Charging:ReconcileInterval",
        "00:00:00",
        "DodoUpsell:Charging:ReconcileInterval is 00:00:00: it must be between 1 second and 1 hour"
    )]
    [InlineData(
        "Charging:Retention",
        "00:01:00",
        "DodoUpsell:Charging:Retention is 00:01:00: it must be at least one day"
    )]
    [InlineData("Charging:Grace", "1", "DodoUpsell:Charging:Grace is not a setting")]
    [InlineData("Webhooks:MaxBody", "1", "DodoUpsell:Webhooks:MaxBody is not a setting")]
    [InlineData("MaxRetires", "3", "DodoUpsell:MaxRetires is not a setting")]
    public async Task A_wrong_or_missing_setting_stops_the_host_and_names_section_key_and_fix(
        string key,
        string? value,
        string message
    )
    {
        var settings = Settings;
        settings[$"DodoUpsell:{key}"] = value;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddDodoUpsells(builder.Configuration.GetSection("DodoUpsell"));
        using var host = builder.Build();

        var refused = await Assert.ThrowsAnyAsync<Exception>(() =>
            host.StartAsync(TestContext.Current.CancellationToken)
        );

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key_1", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Environment_variables_fill_in_what_is_left_open()
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DODO_PAYMENTS_API_KEY"] = "from_env",
            ["DODO_PAYMENTS_WEBHOOK_KEY"] = "whsec_b2YgdGhlIGVudmlyb25tZW50",
            ["DODO_PAYMENTS_BASE_URL"] = "http://localhost:4010",
        };
        var empty = new DodoUpsellOptions();
        var full = new DodoUpsellOptions
        {
            ApiKey = "mine",
            BaseAddress = new Uri("https://mine.test"),
            WebhookSecrets = { "whsec_YSBzZWNyZXQgb2YgbWluZQ==" },
        };

        EnvironmentVariables.FillIn(empty, variables.GetValueOrDefault);
        EnvironmentVariables.FillIn(full, variables.GetValueOrDefault);

        Assert.Equal("from_env", empty.ApiKey.Reveal());
        Assert.Equal("whsec_b2YgdGhlIGVudmlyb25tZW50", Assert.Single(empty.WebhookSecrets).Reveal());
        Assert.Equal(new Uri("http://localhost:4010"), empty.BaseAddress);
        Assert.Null(empty.Environment);
        Assert.Equal("mine", full.ApiKey.Reveal());
        Assert.Equal("whsec_YSBzZWNyZXQgb2YgbWluZQ==", Assert.Single(full.WebhookSecrets).Reveal());
        Assert.Equal(new Uri("https://mine.test"), full.BaseAddress);
    }

    [Fact]
    public async Task A_key_is_replaced_without_a_restart_and_a_wrong_one_is_not_taken_over()
    {
        await using var server = new ScriptedServer(new Reply(200, The.CustomerJson));
        var settings = Settings;
        settings["DodoUpsell:BaseAddress"] = server.Address.AbsoluteUri;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddDodoUpsells(configuration.GetSection("DodoUpsell"));
        await using var provider = services.BuildServiceProvider();
        var dodo = provider.GetRequiredService<IDodoClient>();

        await dodo.Customers.GetAsync("cus_1");
        configuration["DodoUpsell:ApiKey"] = "key_2";
        configuration.Reload();
        await dodo.Customers.GetAsync("cus_1");
        configuration["DodoUpsell:ApiKey"] = "key 3";
        Assert.ThrowsAny<Exception>(configuration.Reload);
        await dodo.Customers.GetAsync("cus_1");

        Assert.Equal(
            ["Bearer key_1", "Bearer key_2", "Bearer key_2"],
            server.Received.Select(request => request.Headers["Authorization"])
        );
    }

    [Fact]
    public async Task Brands_have_clients_of_their_own()
    {
        await using var server = new ScriptedServer(new Reply(200, The.CustomerJson));
        var services = new ServiceCollection();
        foreach (var brand in new[] { "brand-a", "brand-b" })
        {
            services.AddDodoUpsells(
                brand,
                options =>
                    (options.ApiKey, options.Environment, options.BaseAddress) = (
                        $"key-of-{brand}",
                        DodoEnvironment.Test,
                        server.Address
                    )
            );
        }

        await using var provider = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
        await provider.GetRequiredKeyedService<IDodoClient>("brand-a").Customers.GetAsync("cus_1");
        await provider.GetRequiredKeyedService<ICustomersClient>("brand-b").GetAsync("cus_1");

        Assert.Equal(
            ["Bearer key-of-brand-a", "Bearer key-of-brand-b"],
            server.Received.Select(request => request.Headers["Authorization"])
        );
        Assert.Null(provider.GetService<IDodoClient>());
    }

    [Fact]
    public void Registering_twice_is_safe_and_adds_to_the_options()
    {
        var services = new ServiceCollection();
        using var handler = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.CustomerJson));
        services
            .AddDodoUpsells(options => options.ApiKey = "key")
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => handler);
        var once = services.Count;
        services.AddDodoUpsells(options => options.Environment = DodoEnvironment.Test);
        using var provider = services.BuildServiceProvider();

        Assert.Single(provider.GetServices<IDodoClient>());
        Assert.Equal(
            DodoEnvironment.Test,
            provider.GetRequiredService<IOptions<DodoUpsellOptions>>().Value.Environment
        );
        var validators = services.Where(service => service.ServiceType == typeof(IValidateOptions<DodoUpsellOptions>));
        Assert.Distinct(validators.Select(service => service.ImplementationType));
        Assert.True(services.Count - once <= 3, $"{services.Count - once} more services");

        var innermost = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("DodoUpsell");
        while (innermost is DelegatingHandler outer)
            innermost = outer.InnerHandler;
        Assert.Same(handler, innermost);
    }

    [Fact]
    public void Each_part_can_be_replaced()
    {
        var mine = Substitute.For<IDodoClient>();
        var services = new ServiceCollection();
        services.AddSingleton(mine);
        services.AddDodoUpsells(options => (options.ApiKey, options.Environment) = ("key", DodoEnvironment.Test));
        using var provider = services.BuildServiceProvider();

        Assert.Same(mine, provider.GetRequiredService<IDodoClient>());
        Assert.Same(mine.Payments, provider.GetRequiredService<IPaymentsClient>());
    }

    [Fact]
    public async Task The_clock_of_the_container_is_used()
    {
        var clock = new ManualTimeProvider();
        await using var server = new ScriptedServer(Reply.NoAnswer);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddDodoUpsells(options =>
        {
            (options.ApiKey, options.Environment, options.BaseAddress) = ("key", DodoEnvironment.Test, server.Address);
            (options.AttemptTimeout, options.MaxRetries) = (TimeSpan.FromSeconds(9), 0);
        });
        await using var provider = services.BuildServiceProvider();

        var call = provider.GetRequiredService<ICustomersClient>().GetAsync("cus_1");
        await server.ArrivalAsync();
        clock.Advance(TimeSpan.FromSeconds(9));

        await Assert.ThrowsAsync<DodoTimeoutException>(() => call);
    }

    [Theory]
    [InlineData(DodoEnvironment.Live, false, 1)]
    [InlineData(DodoEnvironment.Live, true, 0)]
    [InlineData(DodoEnvironment.Test, false, 0)]
    public void Live_charges_in_memory_are_warned_of_once(DodoEnvironment environment, bool isDurable, int warnings)
    {
        using var log = new LogLines();
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(log);
        if (isDurable)
            services.AddSingleton(Substitute.For<IChargeLedger>());
        services.AddDodoUpsells(options => (options.ApiKey, options.Environment) = ("key", environment));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<UpsellFlow>();
        provider.GetRequiredService<CrossSellFlow>();
        _ = provider.GetServices<IHostedService>().ToList();

        Assert.Equal(warnings, log.Lines.Count(line => line is { Id: 1207, Text: ['W', ..] }));
    }

    [Fact]
    public async Task Lists_and_clients_can_be_substituted()
    {
        var payments = Substitute.For<IPaymentsClient>();
        payments
            .ListAsync()
            .ReturnsForAnyArgs(
                AsyncPageable<PaymentListItem>.FromItems(
                    new PaymentListItem { PaymentId = "pay_1" },
                    new PaymentListItem { PaymentId = "pay_2" }
                )
            );

        var ids = new List<string>();
        await foreach (var payment in payments.ListAsync(new() { CustomerId = "cus_1" }))
            ids.Add(payment.PaymentId);

        Assert.Equal(["pay_1", "pay_2"], ids);
    }

    private static ServiceProvider Provider(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddDodoUpsells(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("DodoUpsell")
        );
        return services.BuildServiceProvider();
    }
}
