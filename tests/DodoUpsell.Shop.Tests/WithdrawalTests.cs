using DodoUpsell.BrowserKit;
using Microsoft.Playwright;

namespace DodoUpsell.Shop.Tests;

/// <summary>Withdrawing from a contract: four steps, and the money comes back once.</summary>
public sealed class WithdrawalTests(RealBrowser browser)
{
    [Fact]
    public async Task A_course_is_withdrawn_from_refunded_once_and_not_to_be_used_any_more()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await Visitor.OpenAsync(shop, browser, BrowserView.Phone);
        await ada.SignInAsync();
        await ada.BuyAsync();

        await ada.FollowAsync("Withdraw from a contract here");
        await LookAsync(ada, "withdraw");
        await ada.ClickAsync(ada.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("[Ww]ithdraw from") }));
        await ada.Page.Locator("input[name=name]").FillAsync("Ada Lovelace");
        await ada.Page.Locator("input[name=contact]").FillAsync("ada@example.com");
        await LookAsync(ada, "withdraw-statement");
        await ada.ClickAsync(ada.Page.Locator("main button"));
        await LookAsync(ada, "withdraw-confirm");
        await ada.Page.Locator("main button").First.DblClickAsync();
        await ada.Page.GetByText("Ada Lovelace").First.WaitForAsync();
        await LookAsync(ada, "withdraw-acknowledgement");

        // The refund follows in the background.
        for (var tries = 0; tries < 600 && shop.Emulator.Refunds.Count == 0; tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            shop.Emulator.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await ada.Page.ReloadAsync();
        await LookAsync(ada, "withdraw-refunded");
        await ada.GoToAsync("/account");
        for (var tries = 0; tries < 600 && !(await ada.TextAsync()).Contains("Nothing yet"); tries++)
            await ada.Page.ReloadAsync();
        Assert.Contains("Nothing yet", await ada.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(4900, Assert.Single(shop.Emulator.Refunds).Amount);
    }

    private static async Task LookAsync(Visitor visitor, string page)
    {
        await visitor.KeepAsync(page);
        await visitor.IsAccessibleAsync();
    }
}
