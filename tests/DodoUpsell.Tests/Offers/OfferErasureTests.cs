using System.Text;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace DodoUpsell.Tests.Offers;

/// <summary>Tests that erasing a subject also erases the bodies of webhooks about its customers.</summary>
public sealed class OfferErasureTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_webhook_bodies_of_all_customers_of_a_user_are_erased()
    {
        await using var provider = Provider([null]);
        var (flow, inbox) = (
            provider.GetRequiredService<IOfferFlow>(),
            provider.GetRequiredService<IWebhookInboxStore>()
        );
        await flow.LinkAsync("ann", "cus_1");
        await flow.LinkAsync("ann", "cus_2");
        foreach (var customer in new[] { "cus_1", "cus_2", "cus_3" })
            await inbox.AddAsync(Completed(customer));

        // Two links and two bodies.
        Assert.Equal(4, await flow.EraseAsync(SubjectIds.OfUser("ann")));

        Assert.True((await inbox.FindAsync("msg_cus_1"))!.IsErased);
        Assert.True((await inbox.FindAsync("msg_cus_2"))!.IsErased);
        Assert.False((await inbox.FindAsync("msg_cus_3"))!.IsErased);
    }

    [Fact]
    public async Task A_brand_erases_in_its_own_inbox()
    {
        await using var provider = Provider("brand-a", "brand-b");
        var mine = provider.GetRequiredKeyedService<IWebhookInboxStore>("brand-a");
        var other = provider.GetRequiredKeyedService<IWebhookInboxStore>("brand-b");
        await mine.AddAsync(Completed("cus_1") with { Account = "brand-a" });
        await other.AddAsync(Completed("cus_1") with { Account = "brand-b" });

        await provider.GetRequiredKeyedService<IOfferFlow>("brand-a").EraseAsync(SubjectIds.OfCustomer("cus_1"));

        Assert.True((await mine.FindAsync("msg_cus_1"))!.IsErased);
        Assert.False((await other.FindAsync("msg_cus_1"))!.IsErased);
    }

    [Fact]
    public async Task The_quotes_of_all_customers_of_a_user_are_erased_if_there_is_a_store_of_them()
    {
        var quotes = new InMemoryPlanChangeQuoteStore();
        await using var provider = Provider(services => services.AddSingleton<IPlanChangeQuoteStore>(quotes), [null]);
        var flow = provider.GetRequiredService<IOfferFlow>();
        await flow.LinkAsync("ann", "cus_1");
        foreach (var (id, customer) in new[] { ("q1", "cus_1"), ("q2", "cus_2") })
            await quotes.AddAsync(Quote(id, customer), 20, Noon);

        // A link and a quote.
        Assert.Equal(2, await flow.EraseAsync(SubjectIds.OfUser("ann")));

        Assert.Null(await quotes.FindAsync(DodoEnvironment.Test, "q1"));
        Assert.NotNull(await quotes.FindAsync(DodoEnvironment.Test, "q2"));
    }

    [Fact]
    public async Task Without_dependency_injection_the_given_quotes_are_erased()
    {
        using var dodo = new DodoClient(new DodoUpsellOptions { ApiKey = "key", Environment = DodoEnvironment.Test });
        var quotes = new InMemoryPlanChangeQuoteStore();
        await quotes.AddAsync(Quote("q1", "cus_1"), 20, Noon);
        var flow = new OfferFlow(
            dodo,
            new InMemoryChargeLedger(),
            new InMemoryOfferStore(),
            new OfferOptions(),
            quotes: quotes
        );

        Assert.Equal(1, await flow.EraseAsync(SubjectIds.OfCustomer("cus_1")));
        Assert.Null(await quotes.FindAsync(DodoEnvironment.Test, "q1"));
    }

    [Fact]
    public async Task Links_stay_if_the_bodies_cannot_be_erased()
    {
        using var dodo = new DodoClient(new DodoUpsellOptions { ApiKey = "key", Environment = DodoEnvironment.Test });
        var inbox = Substitute.For<IWebhookInboxStore>();
        inbox.EraseAsync("cus_1", Arg.Any<CancellationToken>()).Returns(Task.FromException<int>(new IOException()));
        var store = new InMemoryOfferStore();
        var flow = new OfferFlow(dodo, new InMemoryChargeLedger(), store, new OfferOptions(), inbox: inbox);
        await flow.LinkAsync("ann", "cus_1");

        await Assert.ThrowsAsync<IOException>(() => flow.EraseAsync(SubjectIds.OfUser("ann")));

        var subject = await store.FindSubjectAsync(DodoEnvironment.Test, SubjectIds.OfUser("ann"));
        Assert.Equal(["cus_1"], subject.CustomerIds);
    }

    private static PlanChangeQuoteRecord Quote(string id, string customer) =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Id = id,
            SubjectId = $"customer:{customer}",
            CustomerId = customer,
            Quote = "{}",
            MadeAt = Noon,
            KeptUntil = Noon.AddHours(1),
        };

    private static ServiceProvider Provider(params string?[] brands) => Provider(_ => { }, brands);

    private static ServiceProvider Provider(Action<ServiceCollection> configure, string?[] brands)
    {
        var services = new ServiceCollection();
        configure(services);
        foreach (var brand in brands)
        {
            void Configure(DodoUpsellOptions options)
            {
                options.ApiKey = "key";
                options.Environment = DodoEnvironment.Test;
            }

            _ = brand is null
                ? services.AddDodoUpsells(Configure).AddOffers(_ => { })
                : services.AddDodoUpsells(brand, Configure).AddOffers(_ => { });
        }

        return services.BuildServiceProvider();
    }

    private static InboxDelivery Completed(string customer) =>
        new()
        {
            Id = $"msg_{customer}",
            Body = Encoding.UTF8.GetBytes($$"""{"data":{"customer":{"customer_id":"{{customer}}"} } }"""),
            State = InboxState.Completed,
            ReceivedAt = Noon,
            FinishedAt = Noon,
        };
}
