using DodoUpsell.Charging;
using DodoUpsell.DependencyInjection;
using DodoUpsell.Offers;
using DodoUpsell.Offers.Revenue;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace DodoUpsell.Tests.Offers.Decisions;

public sealed class OfferWebhookTests
{
    [Fact]
    public async Task The_webhook_of_a_purchase_opens_its_offer_once_and_links_its_customer()
    {
        var shop = Shop();
        var purchase = await shop.BuyAsync(metadata: new() { [OfferSubject.UserMetadataKey] = "42" });
        await HandleAsync(shop, purchase);
        await HandleAsync(shop, purchase);
        var offer = Assert.Single(await shop.Store.ListAsync(DodoEnvironment.Test, "user:42"));
        Assert.Equal("en", OfferTerms.Parse(offer.Terms).Disclosure.Culture);
        Assert.Equal(offer.Id, (await shop.FindAsync(purchase.PaymentId, SubjectIds.OfUser("42"))).Offer?.Id);
    }

    [Fact]
    public async Task Renewals_that_the_payment_itself_shows_and_other_payments_cost_no_call()
    {
        var shop = Shop();
        var purchase = await shop.BuyAsync();
        shop.Forget();
        await HandleAsync(shop, purchase with { RetryAttempt = 1 });
        await HandleAsync(shop, purchase with { IsUpdatePaymentMethod = true });
        await HandleAsync(shop, purchase with { Status = PaymentStatus.Processing });
        await HandleAsync(shop, purchase with { Metadata = ChargeReference.AddTo(null, new ChargeKey("ofr_1"), "1") });
        shop.Configure(options => options.OpenOnPurchase = false);
        await HandleAsync(shop, purchase);
        shop.Configure(options =>
        {
            options.OpenOnPurchase = true;
            options.Rules.Clear();
        });
        await HandleAsync(shop, purchase);
        Assert.Empty(shop.Requests);
    }

    [Fact]
    public async Task A_payment_that_is_not_paid_links_nobody()
    {
        var shop = Shop();
        var purchase = await shop.BuyAsync(metadata: new() { [OfferSubject.UserMetadataKey] = "42" });
        await HandleAsync(shop, purchase with { Status = PaymentStatus.Failed });
        var subject = await shop.Store.FindSubjectAsync(DodoEnvironment.Test, SubjectIds.OfUser("42"));
        Assert.Empty(subject.CustomerIds);
    }

    [Fact]
    public async Task A_store_that_fails_does_not_fail_the_delivery()
    {
        var failure = new InvalidOperationException("secret of the store");
        var store = Substitute.For<IOfferStore>();
        store.FindSubjectAsync(default, default!, default).ThrowsAsyncForAnyArgs(failure);
        store.FindBySlotAsync(default, default!, default).ThrowsAsyncForAnyArgs(failure);
        var shop = new OfferShop(options => options.Rules.Add(OfferShop.Ebook()), store);
        var purchase = await shop.BuyAsync(metadata: new() { [OfferSubject.UserMetadataKey] = "42" });
        await HandleAsync(shop, purchase);
        Assert.Equal([1414, 1410], shop.Log.Lines.Select(line => line.Id).Where(id => id is 1414 or 1410));
        Assert.DoesNotContain(
            shop.Log.Lines,
            line => line.Text.Contains("secret of the store", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("brand")]
    public void It_is_registered_once_and_after_the_charges(string? brand)
    {
        var services = new ServiceCollection().AddLogging();
        for (var i = 0; i < 2; i++)
        {
            if (brand is null)
                services.AddDodoUpsells(Configure).AddOffers();
            else
                services.AddDodoUpsells(brand, Configure).AddOffers();
        }

        using var provider = services.BuildServiceProvider();
        var handlers = brand is null
            ? provider.GetServices<ISystemWebhookHandler>()
            : provider.GetKeyedServices<ISystemWebhookHandler>(brand);
        Assert.Equal(
            [typeof(PaymentWebhookHandler), typeof(OfferWebhookHandler), typeof(OfferMoneyWebhookHandler)],
            handlers.Select(handler => handler.GetType())
        );

        static void Configure(DodoUpsellOptions options)
        {
            options.ApiKey = The.ApiKey;
            options.Environment = DodoEnvironment.Test;
        }
    }

    private static OfferShop Shop() => new(options => options.Rules.Add(OfferShop.Ebook()));

    private static Task HandleAsync(OfferShop shop, Payment payment) =>
        new OfferWebhookHandler(shop.Engine, shop.Flow.Decider).HandleAsync(
            new PaymentEvent(payment),
            null!,
            TestContext.Current.CancellationToken
        );
}
