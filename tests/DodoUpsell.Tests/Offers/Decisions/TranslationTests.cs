using System.Globalization;
using DodoUpsell.Emulator;
using DodoUpsell.TestKit;

namespace DodoUpsell.Tests.Offers.Decisions;

/// <summary>An offer that was opened by a webhook is disclosed in the language of the customer who looks at it.</summary>
public sealed class TranslationTests
{
    [Fact]
    public async Task An_open_offer_is_disclosed_again_in_the_culture_of_who_asks()
    {
        Assert.SkipUnless(Cultures.HaveData, Cultures.NoData);
        var shop = Shop();
        var payment = await shop.BuyAsync();
        var first = await FindAsync(shop, payment, "en");

        var german = await FindAsync(shop, payment, "de");
        var again = await FindAsync(shop, payment, "de");
        var nobody = await FindAsync(shop, payment, "");

        Assert.Equal(first.Id, german.Id);
        Assert.Equal("de", german.Disclosure.Culture);
        Assert.Equal("Zahlungspflichtig bestellen", german.Disclosure.AcceptText);
        Assert.Equal(first.Disclosure.DueNow, german.Disclosure.DueNow);
        Assert.NotEqual(first.Disclosure.Id, german.Disclosure.Id);
        Assert.Equal(german.Disclosure.Id, again.Disclosure.Id);
        Assert.Equal(german.Disclosure.Id, nobody.Disclosure.Id);
        Assert.Equal(
            german.Disclosure.Id,
            (await shop.Flow.FindOpenAsync(SubjectIds.OfCustomer(OfferShop.Customer)))?.Disclosure.Id
        );
    }

    [Fact]
    public async Task If_the_price_cannot_be_read_the_offer_stays_as_it_was()
    {
        var shop = Shop();
        var payment = await shop.BuyAsync();
        var first = await FindAsync(shop, payment, "en");
        shop.Emulator.AddFault(
            new EmulatedFault(EmulatedFaultKind.Status)
            {
                Method = "POST",
                Path = "/checkouts/preview",
                Times = 9,
            }
        );

        Assert.Equal(first.Disclosure.Id, (await FindAsync(shop, payment, "de")).Disclosure.Id);
    }

    [Fact]
    public async Task An_answered_offer_is_not_disclosed_again()
    {
        var shop = Shop();
        var payment = await shop.BuyAsync();
        var first = await FindAsync(shop, payment, "en");
        await shop.Flow.DeclineAsync(SubjectIds.OfCustomer(OfferShop.Customer), first.Id);

        var decision = await shop.Flow.FindOfferAsync(
            new OfferPurchase { PaymentId = payment.PaymentId, Culture = Cultures.Of("de") }
        );

        Assert.Equal(NoOfferReason.AlreadyDecided, decision.NoOffer);
        Assert.Equal(1, (await shop.RecordAsync(first.Id)).Version);
    }

    private static OfferShop Shop() =>
        new(options =>
        {
            options.Rules.Add(OfferShop.Ebook());
            options.Cultures.Add("en");
            options.Cultures.Add("de");
        });

    private static async Task<Offer> FindAsync(OfferShop shop, Payment payment, string culture)
    {
        var asked = culture.Length == 0 ? CultureInfo.InvariantCulture : Cultures.Of(culture);
        var decision = await shop.Flow.FindOfferAsync(
            new OfferPurchase { PaymentId = payment.PaymentId, Culture = asked }
        );
        return decision.Offer ?? throw new InvalidOperationException($"No offer: {decision.NoOffer}");
    }
}
