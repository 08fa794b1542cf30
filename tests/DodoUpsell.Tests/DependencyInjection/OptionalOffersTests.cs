using DodoUpsell.Charging;
using DodoUpsell.Charging.Settlements;
using DodoUpsell.DependencyInjection;
using DodoUpsell.Offers;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using static DodoUpsell.Tests.Offers.Rules.Catalogues;

namespace DodoUpsell.Tests.DependencyInjection;

/// <summary>Offers are registered by <c>AddOffers</c> only, and their settings are not ignored without it.</summary>
public sealed class OptionalOffersTests
{
    private const string OneRule = """{ "Rules": [ { "Id": "json", "Sale": { "Items": ["pdt_1"] } } ] }""";

    [Theory]
    [InlineData(null)]
    [InlineData("brand-a")]
    public void Without_them_nothing_of_offers_is_registered(string? brand)
    {
        var services = new ServiceCollection();
        Add(services, brand);
        using var provider = services.BuildServiceProvider();

        Assert.DoesNotContain(
            services,
            service => service.ServiceType.Name.Contains("Offer", StringComparison.Ordinal)
        );
        Assert.IsType<PaymentWebhookHandler>(Assert.Single(provider.All<ISystemWebhookHandler>(brand)));
        Assert.Empty(provider.All<ISystemSettlementHandler>(brand));
        Assert.Empty(provider.All<ISystemWork>(brand));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("brand-a")]
    public void Each_part_is_registered_once_however_often_they_are_added(string? brand)
    {
        var services = new ServiceCollection();
        Add(services, brand)
            .AddOffers(offers => offers.Rule("first", rule => rule.Sell("pdt_1")))
            .AddOffers(offers => offers.Rule("second", rule => rule.Sell("pdt_1")))
            .AddOffers();
        Add(services, brand).AddOffers();
        using var provider = services.BuildServiceProvider();

        Assert.Equal(3, provider.All<ISystemWebhookHandler>(brand).Count());
        Assert.IsType<OfferSettlementHandler>(Assert.Single(provider.All<ISystemSettlementHandler>(brand)));
        Assert.IsType<OfferWorker>(Assert.Single(provider.All<ISystemWork>(brand)));
        Assert.Same(provider.Of<OfferFlow>(brand), provider.Of<IOfferFlow>(brand));
        Assert.NotNull(provider.Of<IConsentReceipts>(brand));
        Assert.NotNull(provider.Of<IOfferReports>(brand));
        Assert.Equal(["first", "second"], RulesOf(provider, brand));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("brand-a")]
    public void Rules_are_read_in_the_order_of_the_calls(string? brand)
    {
        var section = Configuration(OneRule).GetSection("DodoUpsell");
        var services = new ServiceCollection();
        Add(services, brand).AddOffers(offers => offers.Rule("code", rule => rule.Sell("pdt_1")));
        _ = brand is null ? services.AddDodoUpsells(section) : services.AddDodoUpsells(brand, section);
        using var provider = services.BuildServiceProvider();

        Assert.Equal(["code", "json"], RulesOf(provider, brand));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("brand-a")]
    public async Task A_section_of_offers_that_nothing_reads_stops_the_host(string? brand)
    {
        var section = Configuration(OneRule).GetSection("DodoUpsell");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        _ = brand is null ? builder.Services.AddDodoUpsells(section) : builder.Services.AddDodoUpsells(brand, section);

        // Another brand's offers do not read it either.
        Add(builder.Services, "brand-b").AddOffers();
        using var host = builder.Build();

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            host.StartAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal(
            "DodoUpsell:Offers is set, but offers are not registered: call AddDodoUpsells(…).AddOffers(), or remove the "
                + "settings of offers.",
            refused.Message
        );
    }

    [Fact]
    public void Rules_in_code_that_nothing_offers_are_refused()
    {
        var services = new ServiceCollection();
        Add(services, null, options => options.Offers.Rules.Add(Rule("a")));
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IDodoClient>());

        Assert.StartsWith("DodoUpsellOptions.Offers is set", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Work_of_the_SDK_follows_the_reconciler()
    {
        var clock = new ManualTimeProvider();
        var work = new Work();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        Add(services, null);
        Add(services, "brand-a");
        services.AddKeyedSingleton<ISystemWork>("brand-a", work);
        await using var provider = services.BuildServiceProvider();
        var workers = provider.GetServices<IHostedService>().OfType<ReconcileWorker>().ToList();
        foreach (var worker in workers)
            await worker.StartAsync(default);

        while (work.Runs < 2)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        foreach (var worker in workers)
            await worker.StopAsync(default);
        Assert.Equal(2, workers.Count);
    }

    private static DodoUpsellBuilder Add(
        IServiceCollection services,
        string? brand,
        Action<DodoUpsellOptions>? more = null
    )
    {
        return brand is null ? services.AddDodoUpsells(Configure) : services.AddDodoUpsells(brand, Configure);

        void Configure(DodoUpsellOptions options)
        {
            (options.ApiKey, options.Environment) = (The.ApiKey, DodoEnvironment.Test);
            more?.Invoke(options);
        }
    }

    private static IEnumerable<string> RulesOf(IServiceProvider provider, string? brand) =>
        provider
            .GetRequiredService<IOptionsMonitor<DodoUpsellOptions>>()
            .Get(brand ?? Options.DefaultName)
            .Offers.Rules.Select(rule => rule.Id);

    private sealed class Work : ISystemWork
    {
        private int _runs;

        public int Runs => Volatile.Read(ref _runs);

        public Task RunAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _runs);
            return Task.CompletedTask;
        }
    }
}
