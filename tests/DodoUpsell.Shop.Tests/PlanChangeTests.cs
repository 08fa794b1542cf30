using DodoUpsell.BrowserKit;
using DodoUpsell.Emulator;

namespace DodoUpsell.Shop.Tests;

/// <summary>The account page: up and down between the plans, at the price that was quoted.</summary>
public sealed class PlanChangeTests(RealBrowser browser)
{
    private const string Confirm = "Order with obligation to pay";

    [Fact]
    public async Task The_higher_plan_is_quoted_confirmed_and_charged_once()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await MemberAsync(shop);

        await ada.PressAsync("Change to Bakers’ club Pro");
        Assert.Equal("Change to Bakers’ club Pro", await ada.HeadingAsync());
        var quoted = await ada.Page.Locator(".total strong").InnerTextAsync();
        Assert.Single(shop.Charged);
        await ada.Page.GetByText(Confirm).DblClickAsync();
        await ada.ArriveAsync("/result$");

        await ada.Page.GetByText("Your plan has changed").WaitForAsync();
        await ada.FollowAsync("To your account");
        await ada.Page.GetByText("Change to Bakers’ club", new() { Exact = true }).WaitForAsync();
        Assert.Equal(2, shop.Charged.Count);
        Assert.Contains($"{shop.Charged[1] / 100m:0.00}", quoted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lower_plan_charges_nothing()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await MemberAsync(shop);
        await ada.PressAsync("Change to Bakers’ club Pro");
        await ada.PressAsync(Confirm);
        await ada.FollowAsync("To your account");
        var charged = shop.Charged.Count;

        await ada.PressAsync("Change to Bakers’ club");
        await ada.PressAsync(Confirm);

        await ada.Page.GetByText("Your plan has changed").WaitForAsync();
        await ada.FollowAsync("To your account");
        await ada.Page.GetByText("Change to Bakers’ club Pro").WaitForAsync();
        Assert.Equal(charged, shop.Charged.Count);
    }

    [Fact]
    public async Task A_declined_upgrade_keeps_the_plan_and_says_why()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await MemberAsync(shop, TestCards.AttachesThenFails);

        await ada.PressAsync("Change to Bakers’ club Pro");
        await ada.PressAsync(Confirm);

        await ada.Page.GetByText("Your plan has not changed").WaitForAsync();
        await ada.FollowAsync("To your account");
        await ada.Page.GetByText("Change to Bakers’ club Pro").WaitForAsync();
        Assert.Single(shop.Charged);
    }

    [Fact]
    public async Task The_offer_on_the_account_page_changes_the_plan()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await MemberAsync(shop);

        Assert.Contains("Bake with us every day", await ada.TextAsync(), StringComparison.Ordinal);
        await ada.PressAsync(Confirm);
        await ada.Page.Locator("h1:not(:text('One moment'))").WaitForAsync();

        Assert.Equal("Thank you. It is yours", await ada.HeadingAsync());
        Assert.Equal(2, shop.Charged.Count);
    }

    private async Task<Visitor> MemberAsync(ShopUnderTest shop, string card = TestCards.Visa)
    {
        var ada = await Visitor.OpenAsync(shop, browser, BrowserView.Desktop with { RunsScripts = false });
        await ada.SignInAsync();
        await ada.BuyAsync("Bakers’ club", card);
        await ada.GoToAsync("/account");
        return ada;
    }
}
