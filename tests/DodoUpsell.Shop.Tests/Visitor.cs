using System.Text.RegularExpressions;
using DodoUpsell.BrowserKit;
using DodoUpsell.Emulator;
using Microsoft.Playwright;

namespace DodoUpsell.Shop.Tests;

/// <summary>A person in a browser, and what they do in the shop.</summary>
internal sealed partial class Visitor(ShopUnderTest shop, BrowserPage browser) : IAsyncDisposable
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
    public async Task PressAsync(string button)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    public async Task FollowAsync(string link)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Buys an article at the hosted checkout, up to the thank-you page.</summary>
    public async Task BuyAsync(string article = "The sourdough course", string card = TestCards.Visa)
    {
        await GoToAsync("/");
        await PressAsync($"Buy: {article}");
        await PayAsync(card);
        await Page.WaitForURLAsync(ThankYou());
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
        await Page.Locator("button[type=submit]").First.ClickAsync();
        await Page.WaitForLoadStateAsync();
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

    [GeneratedRegex("/thank-you")]
    private static partial Regex ThankYou();
}
