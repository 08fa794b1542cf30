using DodoUpsell.Offers;
using DodoUpsell.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using static DodoUpsell.Tests.Offers.Rules.Catalogues;

namespace DodoUpsell.Tests.Offers.Rules;

/// <summary>What is registered for offers, and what is checked when the app starts.</summary>
public sealed class OfferRegistrationTests
{
    private const string ForVips =
        """{ "Rules": [ { "Id": "a", "Sale": { "Items": ["pdt_1"] }, "When": { "Audiences": ["vip"] } } ] }""";

    [Fact]
    public void The_flow_is_registered_once_with_its_interface()
    {
        using var provider = Provider("{}");

        Assert.Same(provider.GetRequiredService<OfferFlow>(), provider.GetRequiredService<IOfferFlow>());
        Assert.Empty(provider.GetRequiredService<OfferEngine>().Catalogue.Rules);
    }

    [Fact]
    public async Task An_audience_that_is_not_registered_stops_the_host()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(ForVips, _ => { }));

        Assert.Equal(
            "DodoUpsell:Offers:Rules:0:When:Audiences:0 is 'vip', which is not registered: register it with "
                + "AddOfferAudience.",
            refused.Message
        );
    }

    [Fact]
    public async Task Wrong_options_are_reported_once()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            StartAsync("""{ "ChainLimit": 0 }""", _ => { })
        );

        Assert.Equal("DodoUpsell:Offers:ChainLimit is 0: it must be between 1 and 10.", refused.Message);
    }

    // An audience may depend on the client, which needs valid options: it must not be needed to validate them.
    [Fact]
    public async Task An_audience_may_use_the_client_and_scoped_services()
    {
        var log = await StartAsync(
            ForVips,
            builder =>
            {
                builder.Services.AddScoped<Visitor>();
                builder.AddOfferAudience<Vips>().AddOfferAudience<Vips>();
                builder.AddOfferAudience("regulars", (_, _) => ValueTask.FromResult(true));
            }
        );

        Assert.DoesNotContain(log, line => line.Text.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_question_has_a_scope_of_its_own()
    {
        await using var provider = Provider(
            ForVips,
            builder =>
            {
                builder.Services.AddScoped<Visitor>();
                builder.AddOfferAudience<Vips>();
            }
        );
        var audience = Assert.Single(provider.GetRequiredService<OfferEngine>().Audiences);
        var context = new OfferAudienceContext
        {
            Subject = new() { Id = "user:1", CustomerIds = [] },
            Placement = OfferPlacement.PostPurchase,
        };
        Visitor.Ids.Clear();

        Assert.Equal("vip", audience.Name);
        Assert.True(await audience.ContainsAsync(context, TestContext.Current.CancellationToken));
        Assert.True(await audience.ContainsAsync(context, TestContext.Current.CancellationToken));

        Assert.Equal(2, Visitor.Ids.Distinct().Count());
    }

    [Fact]
    public async Task Two_audiences_of_one_name_are_refused()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            StartAsync(
                ForVips,
                builder =>
                    builder
                        .AddOfferAudience("vip", (_, _) => ValueTask.FromResult(true))
                        .AddOfferAudience("vip", (_, _) => ValueTask.FromResult(false))
            )
        );

        Assert.Equal("The audience 'vip' is registered 2 times: rename or remove one.", refused.Message);
    }

    [Fact]
    public async Task Unreachable_rules_are_logged_once_at_start()
    {
        var log = await StartAsync(
            """{ "Rules": [ { "Id": "a", "Sale": { "Items": ["pdt_1"] }, "EndsAt": "2020-01-01" } ] }""",
            _ => { }
        );

        var (id, text) = Assert.Single(log, line => line.Id == 1400);
        Assert.StartsWith(
            "Warning: Offer rule a is not reachable (Ended). The rule ended at 2020-01-01",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Brands_have_catalogues_of_their_own()
    {
        var services = new ServiceCollection();
        foreach (var brand in new[] { "brand-a", "brand-b" })
        {
            services
                .AddDodoUpsells(brand, o => (o.ApiKey, o.Environment) = ("key", DodoEnvironment.Test))
                .AddOffers(offers =>
                    offers.Rule(brand, rule => rule.Sell("pdt_1").When(when => when with { Audiences = [brand] }))
                )
                .AddOfferAudience(brand, (_, _) => ValueTask.FromResult(true))
                .OnOfferChanged((_, _) => Task.CompletedTask);
        }

        await using var provider = services.BuildServiceProvider();
        var engine = provider.GetRequiredKeyedService<OfferEngine>("brand-b");

        Assert.Equal("brand-b", Assert.Single(engine.Catalogue.Rules).Id);
        Assert.Equal("brand-b", Assert.Single(engine.Audiences).Name);
        Assert.Single(engine.Changes.Observers);
        Assert.NotSame(engine.Store, provider.GetRequiredKeyedService<OfferEngine>("brand-a").Store);
        Assert.Null(provider.GetService<IOfferFlow>());
    }

    [Fact]
    public void Without_dependency_injection_the_options_and_audiences_are_checked_and_copied()
    {
        var options = Of(Rule("a") with { When = new() { Audiences = ["vip"] } });
        using var dodo = new DodoClient(new DodoUpsellOptions { ApiKey = "key", Environment = DodoEnvironment.Test });

        var refused = Assert.Throws<ArgumentException>(() =>
            new OfferFlow(dodo, new InMemoryChargeLedger(), new InMemoryOfferStore(), options)
        );
        Assert.Contains("OfferOptions.Rules[0].When.Audiences[0] is 'vip'", refused.Message, StringComparison.Ordinal);

        _ = new OfferFlow(
            dodo,
            new InMemoryChargeLedger(),
            new InMemoryOfferStore(),
            options,
            audiences: [new DelegateAudience("vip", (_, _) => ValueTask.FromResult(true))]
        );
        Assert.Throws<ArgumentException>(() =>
            new OfferFlow(dodo, new InMemoryChargeLedger(), new InMemoryOfferStore(), Of(Rule("")))
        );
    }

    private static async Task<IReadOnlyList<(int Id, string Text)>> StartAsync(
        string offers,
        Action<DodoUpsellBuilder> more
    )
    {
        using var log = new LogLines();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<ILoggerFactory>(log);
        more(builder.Services.AddDodoUpsells(Configuration(offers).GetSection("DodoUpsell")).AddOffers());
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);
        return log.Lines;
    }

    private sealed class Visitor
    {
        public static List<Guid> Ids { get; } = [];

        public Guid Id { get; } = Guid.NewGuid();
    }

    private sealed class Vips(IDodoClient dodo, Visitor visitor) : IOfferAudience
    {
        public string Name => "vip";

        public ValueTask<bool> ContainsAsync(
            OfferAudienceContext context,
            CancellationToken cancellationToken = default
        )
        {
            Visitor.Ids.Add(visitor.Id);
            return ValueTask.FromResult(dodo.Environment == DodoEnvironment.Test);
        }
    }
}
