using System.Text.Json.Nodes;
using DodoUpsell.BrowserKit;
using Microsoft.Playwright;

namespace DodoUpsell.Emulator.Tests.Browsers;

/// <summary>An emulator with a server, for tests that look at its pages.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly ApiCaller _api;
    private readonly DodoEmulatorServer _server;

    private Shop(DodoEmulator emulator, DodoEmulatorServer server)
    {
        Emulator = emulator;
        _server = server;
        _api = new ApiCaller(new SocketsHttpHandler(), server.BaseAddress);
    }

    public DodoEmulator Emulator { get; }

    public Uri Address => _server.BaseAddress;

    public ApiCaller Api => _api;

    public static async Task<Shop> StartAsync(DodoEmulatorOptions? options = null)
    {
        var emulator = new DodoEmulator(options ?? new DodoEmulatorOptions());
        return new Shop(
            emulator,
            await emulator.StartServerAsync(cancellationToken: TestContext.Current.CancellationToken)
        );
    }

    public string At(string path) => new Uri(Address, path).AbsoluteUri;

    /// <summary>Opens a checkout of the course, with other members of the request.</summary>
    public async Task<string> CheckoutAsync(string more = "", string product = DemoSeed.Course) =>
        (
            await _api.Post(
                "checkouts",
                $$"""
                { "product_cart": [{ "product_id": "{{product}}", "quantity": 1 }]{{(
                    more.Length == 0 ? "" : ", " + more
                )}} }
                """
            )
        ).Ok.Text("checkout_url")!;

    public string Product(string id, int price, string currency, string name) =>
        Emulator
            .PutProduct(
                id,
                new JsonObject
                {
                    ["name"] = name,
                    ["price"] = new JsonObject { ["price"] = price, ["currency"] = currency },
                }
            )
            .Text("product_id")!;

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _server.DisposeAsync();
    }
}

/// <summary>What a buyer does on a payment page.</summary>
internal static class Buyer
{
    public static async Task FillInAsync(this BrowserPage page, string card = TestCards.Visa)
    {
        if (await page.Page.Locator("#email").CountAsync() > 0)
        {
            await page.Page.FillAsync("#email", "new@example.com");
            await page.Page.FillAsync("#name", "New Buyer");
        }

        await page.Page.FillAsync("#card_number", card);
        await page.Page.FillAsync("#card_expiry", "06/32");
        await page.Page.FillAsync("#card_cvc", "123");
    }

    public static Task PayAsync(this BrowserPage page) =>
        page.LeaveAsync(() =>
            page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Pay|Start|Save) ") }).ClickAsync()
        );

    /// <summary>Checks and keeps a page: nothing to complain about for axe and for the browser.</summary>
    public static async Task LooksGoodAsync(this BrowserPage page, string name)
    {
        await page.KeepScreenshotAsync(name);
        await page.IsAccessibleAsync();
        // Chromium complains about every response that is an error, and an error page is one.
        Assert.DoesNotContain(
            page.Errors,
            error => !error.StartsWith("Failed to load resource", StringComparison.Ordinal)
        );
    }
}
