using DodoUpsell.BrowserKit;
using DodoUpsell.Emulator;
using Microsoft.Playwright;

namespace DodoUpsell.Shop.Tests;

/// <summary>The path through the shop: buy, get an offer, say yes or no. JavaScript is off, as the shop needs none.</summary>
public sealed class BuyingTests(RealBrowser browser)
{
    private const int Course = 4900;
    private const int Ebook = 1900;
    private const int EbookForLess = 1520;
    private const string Accept = "Order with obligation to pay";
    private const string Decline = "No, thank you";

    private static BrowserView WithoutScripts { get; } = BrowserView.Phone with { RunsScripts = false };

    [Fact]
    public async Task One_click_on_the_offer_charges_and_grants_once()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await VisitorAsync(shop);

        await ada.BuyAsync();
        await ada.PressAsync(Accept);

        Assert.Equal("Thank you. It is yours", await SettledAsync(ada));
        Assert.Equal([Course, Ebook], shop.Charged);
        await ada.GoToAsync("/account");
        await ReadsAsync(ada, "The e-book “Bread at home”");
        await ReadsAsync(ada, "The sourdough course");
    }

    [Fact]
    public async Task A_no_leads_to_the_downsell_and_its_yes_charges_less()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await VisitorAsync(shop);

        await ada.BuyAsync();
        await ada.PressAsync(Decline);
        Assert.Contains("A fifth less", await ada.TextAsync(), StringComparison.Ordinal);
        await ada.PressAsync(Accept);

        Assert.Equal("Thank you. It is yours", await SettledAsync(ada));
        Assert.Equal([Course, EbookForLess], shop.Charged);
    }

    [Fact]
    public async Task Two_noes_are_the_end_of_it()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await VisitorAsync(shop);

        await ada.BuyAsync();
        await ada.PressAsync(Decline);
        await ada.PressAsync(Decline);

        Assert.Equal("That is fine", await ada.HeadingAsync());
        Assert.Equal([Course], shop.Charged);
    }

    [Fact]
    public async Task A_declined_card_charges_nothing_and_another_way_to_pay_is_offered()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await VisitorAsync(shop);

        await ada.BuyAsync(card: TestCards.AttachesThenFails);
        await ada.PressAsync(Accept);
        Assert.Equal("The payment was declined", await SettledAsync(ada));
        Assert.Equal([Course], shop.Charged);
        await ada.FollowAsync("Pay in another way");
        await ada.PayAsync(TestCards.Mastercard);

        Assert.Equal("Thank you. It is yours", await SettledAsync(ada));
        Assert.Equal([Course, Ebook], shop.Charged);
    }

    [Fact]
    public async Task A_bank_that_asks_is_answered_and_the_customer_comes_back()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await VisitorAsync(shop);
        await ada.GoToAsync("/");
        await ada.PressAsync("Buy: The sourdough course");
        await ada.PayAsync(TestCards.ThreeDSecure);
        await ada.ApproveAsync();
        await ada.ArriveAsync(@"/thank-you\?");

        await ada.PressAsync(Accept);
        if (await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Continue to your bank" }).CountAsync() > 0)
            await ada.FollowAsync("Continue to your bank");
        await ada.ApproveAsync();

        await ada.ArriveAsync("/offers/");
        Assert.Equal("Thank you. It is yours", await SettledAsync(ada));
        Assert.Equal([Course, Ebook], shop.Charged);
    }

    [Fact]
    public async Task A_double_click_charges_once()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await VisitorAsync(shop);

        await ada.BuyAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = Accept }).DblClickAsync();
        await ada.ArriveAsync("/offers/");

        Assert.Equal("Thank you. It is yours", await SettledAsync(ada));
        Assert.Equal([Course, Ebook], shop.Charged);
    }

    [Fact]
    public async Task Back_and_reload_charge_nothing_again()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await VisitorAsync(shop);

        await ada.BuyAsync();
        await ada.PressAsync(Accept);
        await SettledAsync(ada);
        await ada.Page.ReloadAsync();
        await ada.Page.GoBackAsync();
        if (await ada.Page.GetByRole(AriaRole.Button, new() { Name = Accept }).CountAsync() > 0)
            await ada.PressAsync(Accept); // the page as the browser kept it
        await ada.Page.ReloadAsync();

        Assert.Equal([Course, Ebook], shop.Charged);
    }

    [Fact]
    public async Task An_offer_that_expired_meanwhile_is_not_charged()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await VisitorAsync(shop);

        await ada.BuyAsync();
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(16));
        await ada.PressAsync(Accept);

        Assert.Equal("There is no such order", await ada.HeadingAsync());
        Assert.Equal([Course], shop.Charged);
    }

    [Fact]
    public async Task Another_users_purchase_and_offer_are_not_shown()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await VisitorAsync(shop);
        await ada.BuyAsync();
        var thankYou = ada.Page.Url;
        await using var eve = await VisitorAsync(shop, "Eve");

        await eve.Page.GotoAsync(thankYou);

        Assert.Equal("There is no such purchase", await eve.HeadingAsync());
        Assert.Equal(0, await eve.Page.GetByRole(AriaRole.Button, new() { Name = Accept }).CountAsync());
        Assert.Equal([Course], shop.Charged);
    }

    private async Task<Visitor> VisitorAsync(ShopUnderTest shop, string name = "Ada")
    {
        var visitor = await Visitor.OpenAsync(shop, browser, WithoutScripts);
        await visitor.SignInAsync(name);
        return visitor;
    }

    // The page of a charge that is under way reloads itself.
    private static async Task<string> SettledAsync(Visitor visitor)
    {
        await visitor.Page.Locator("h1:not(:text('One moment'))").WaitForAsync();
        return await visitor.HeadingAsync();
    }

    // What is granted by a webhook or a settlement comes a moment later.
    private static async Task ReadsAsync(Visitor visitor, string text)
    {
        while (!(await visitor.TextAsync()).Contains(text, StringComparison.Ordinal))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            await visitor.Page.ReloadAsync();
        }
    }
}
