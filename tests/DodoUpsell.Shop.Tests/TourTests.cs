using DodoUpsell.BrowserKit;
using DodoUpsell.Emulator;

namespace DodoUpsell.Shop.Tests;

/// <summary>Every page of the shop, on a desktop and a phone, light and dark: checked with axe, and kept as a picture.</summary>
public sealed class TourTests(RealBrowser browser)
{
    private const string Accept = "Order with obligation to pay";

    public static TheoryData<string> Views => [.. BrowserView.All.Select(view => view.Name)];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Customers(string name)
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await Visitor.OpenAsync(shop, browser, View(name));
        await LookAsync(ada, "shop");
        await ada.GoToAsync("/sign-in");
        await LookAsync(ada, "sign-in");
        await ada.SignInAsync();
        await LookAsync(ada, "shop-signed-in");
        await ada.PressAsync("Buy: The sourdough course");
        await LookAsync(ada, "checkout");
        await ada.PayAsync(TestCards.AttachesThenFails);
        await ada.ArriveAsync("/thank-you");
        await LookAsync(ada, "thank-you");
        await ada.PressAsync("No, thank you");
        await LookAsync(ada, "downsell");
        await ada.PressAsync(Accept);
        await ada.Page.GetByText("Pay in another way").WaitForAsync();
        await LookAsync(ada, "declined");
        await ada.FollowAsync("Pay in another way");
        await ada.PayAsync(TestCards.ThreeDSecure);
        await LookAsync(ada, "bank");
        await ada.ApproveAsync();
        await ada.ArriveAsync("/offers/");
        await ada.Page.GetByText("Thank you. It is yours").WaitForAsync();
        await LookAsync(ada, "accepted");
        await ada.BuyAsync("Bakers’ club", TestCards.Mastercard);
        await ada.GoToAsync("/account");
        await LookAsync(ada, "account");
        await ada.PressAsync("Change to Bakers’ club Pro");
        await LookAsync(ada, "quote");
        await ada.PressAsync(Accept);
        await ada.Page.GetByText("Your plan has changed").WaitForAsync();
        await LookAsync(ada, "plan-changed");
        await ada.GoToAsync("/nowhere");
        await LookAsync(ada, "not-found");
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task The_back_office(string name)
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var ada = await Visitor.OpenAsync(shop, browser, View(name));
        await ada.SignInAsync("Ada", works: true);
        await ada.BuyAsync();
        await ada.PressAsync(Accept);
        await ada.Page.GetByText("Thank you. It is yours").WaitForAsync();

        await ada.FollowAsync("Back office");
        await LookAsync(ada, "back-office");
        foreach (var page in (string[])["charges", "parked", "explain", "receipts", "log"])
        {
            await ada.GoToAsync($"/back-office/{page}");
            await LookAsync(ada, $"back-office-{page}");
        }
    }

    [Fact]
    public async Task Nobody_else_enters_the_back_office()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await using var eve = await Visitor.OpenAsync(shop, browser);

        await eve.GoToAsync("/back-office");
        Assert.Contains("/sign-in", eve.Page.Url, StringComparison.Ordinal);
        await eve.SignInAsync("Eve");
        await eve.GoToAsync("/back-office/charges");

        Assert.DoesNotContain("/back-office/charges", new Uri(eve.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    private static BrowserView View(string name) => BrowserView.All.Single(view => view.Name == name);

    private static async Task LookAsync(Visitor visitor, string page)
    {
        await visitor.KeepAsync(page);
        await visitor.IsAccessibleAsync();
    }
}
