using System.Text.RegularExpressions;
using DodoUpsell.BrowserKit;
using DodoUpsell.Emulator;
using Microsoft.Playwright;

namespace DodoUpsell.Shop.Tests;

/// <summary>A person in a browser, and what they do in the shop.</summary>
internal sealed class Visitor(ShopUnderTest shop, BrowserPage browser) : IAsyncDisposable
{
    private const string Month = "12";

    public IPage Page => browser.Page;

    public static async Task<Visitor> OpenAsync(ShopUnderTest shop, RealBrowser browser, BrowserView? view = null) =>
        new(shop, await browser.OpenAsync(view ?? BrowserView.Desktop, shop.Url("/")));

    public Task GoToAsync(string path) => Page.GotoAsync(shop.Url(path));

    public async Task SignInAsync(string name = "Ada", bool works = false)
    {
        await GoToAsync("/sign-in");
        await Page.GetByLabel("Your name").FillAsync(name);
        if (works)
            await Page.GetByLabel("I work here").CheckAsync();
        await PressAsync("Sign in");
    }

    /// <summary>Presses a button and waits for the page that follows.</summary>
    public Task PressAsync(string button) => ClickAsync(Page.GetByRole(AriaRole.Button, new() { Name = button }));

    public Task FollowAsync(string link) => ClickAsync(Page.GetByRole(AriaRole.Link, new() { Name = link }));

    public Task ClickAsync(ILocator place) => browser.LeaveAsync(() => place.First.ClickAsync());

    /// <summary>Waits for a page whose address has a part that matches.</summary>
    public Task ArriveAsync(string address) => browser.ArriveAsync(new Regex(address));

    /// <summary>Approves the payment on the bank's page.</summary>
    public Task ApproveAsync() => ClickAsync(Page.Locator("button[value=approve]"));

    /// <summary>Buys an article at the hosted checkout, up to the thank-you page.</summary>
    public async Task BuyAsync(string article = "The sourdough course", string card = TestCards.Visa)
    {
        await GoToAsync("/");
        await PressAsync($"Buy: {article}");
        await PayAsync(card);
        await ArriveAsync("/thank-you");
    }

    /// <summary>Fills in the checkout page and pays.</summary>
    public async Task PayAsync(string card = TestCards.Visa)
    {
        var year = shop.Emulator.Clock.GetUtcNow().Year + 3;
        if (await Page.GetByLabel("Another card").CountAsync() > 0)
            await Page.GetByLabel("Another card").CheckAsync();
        await FillAsync("card_number", card);
        await FillAsync("card_expiry", $"{Month}/{year % 100:00}");
        await FillAsync("card_cvc", "123");
        if (await Page.Locator("#zipcode").CountAsync() > 0)
            await FillAsync("zipcode", "94107");
        await ClickAsync(Page.Locator("button[type=submit]"));
    }

    public Task<string> TextAsync() => browser.TextAsync();

    public async Task<string> HeadingAsync() => await Page.Locator("h1").InnerTextAsync();

    public Task KeepAsync(string name) => browser.KeepScreenshotAsync(name);

    public Task IsAccessibleAsync() => browser.IsAccessibleAsync();

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    private async Task FillAsync(string id, string value)
    {
        var field = Page.Locator($"#{id}");
        if (await field.CountAsync() > 0)
            await field.FillAsync(value);
    }
}
