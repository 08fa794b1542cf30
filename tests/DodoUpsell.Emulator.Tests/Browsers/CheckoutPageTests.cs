using System.Text.Json.Nodes;
using DodoUpsell.BrowserKit;
using Microsoft.Playwright;

namespace DodoUpsell.Emulator.Tests.Browsers;

/// <summary>The customers' pages as customers see them: on desktop and phone, light and dark.</summary>
public sealed class CheckoutPageTests(RealBrowser browser)
{
    public static TheoryData<int> Views { get; } = [.. Enumerable.Range(0, BrowserView.All.Count)];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_checkout_with_mistakes_then_3D_Secure_then_thanks(int view)
    {
        await using var shop = await Shop.StartAsync();
        var url = await shop.CheckoutAsync(
            """
            "discount_codes": ["SPRING20"], "cancel_url": "https://shop.example/cart", "return_url": null
            """
        );
        await using var page = await browser.OpenAsync(BrowserView.All[view], url);

        Assert.Contains("$49.00", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Discount (SPRING20)", await page.TextAsync(), StringComparison.Ordinal);
        await page.LooksGoodAsync("checkout");
        await page.Page.ClickAsync("summary");
        await page.LooksGoodAsync("checkout-test-cards");

        await page.FillInAsync("4111 1111 1111 1111");
        await page.PayAsync();
        Assert.Equal("card_number", await page.Page.GetAttributeAsync("[aria-invalid=true]", "id"));
        await page.LooksGoodAsync("checkout-mistake");

        await page.FillInAsync(TestCards.ThreeDSecure);
        await page.PayAsync();
        await page.LooksGoodAsync("3d-secure");

        await page.LeaveAsync(() => page.Page.ClickAsync("text=Approve"));
        Assert.Contains("Your payment has succeeded", await page.TextAsync(), StringComparison.Ordinal);
        await page.LooksGoodAsync("paid");
        Assert.Single(shop.Emulator.Charges);

        await page.Page.GotoAsync(url);
        Assert.Contains("This checkout is paid", await page.TextAsync(), StringComparison.Ordinal);
        await page.LooksGoodAsync("checkout-used");
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_declined_card_an_expired_checkout_and_a_wrong_link(int view)
    {
        await using var shop = await Shop.StartAsync();
        const string known = """
            "customer": { "customer_id": "cus_demo_cleo" }, "cancel_url": "https://shop.example/cart"
            """;
        var url = await shop.CheckoutAsync(known);
        var late = await shop.CheckoutAsync(known);
        await using var page = await browser.OpenAsync(BrowserView.All[view], url);

        await page.FillInAsync(TestCards.InsufficientFunds);
        await page.PayAsync();

        Assert.Contains("Your card was declined", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("You have not been charged", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(
            "https://shop.example/cart",
            await page.Page.GetByText("Return to the shop").GetAttributeAsync("href")
        );
        await page.LooksGoodAsync("declined");

        shop.Emulator.Clock.Advance(TimeSpan.FromDays(2));
        await page.Page.GotoAsync(late);
        await page.LooksGoodAsync("checkout-expired");
        await page.Page.GotoAsync(late + "x");
        await page.LooksGoodAsync("checkout-unknown");
        Assert.Empty(shop.Emulator.Charges);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_subscription_with_an_addon_is_paid_with_a_saved_card(int view)
    {
        await using var shop = await Shop.StartAsync();
        var url = (
            await shop.Api.Post(
                "checkouts",
                """
                { "product_cart": [
                    { "product_id": "pdt_demo_pro", "quantity": 1, "addons": [{ "addon_id": "adn_demo_seat", "quantity": 3 }] }],
                  "customer": { "customer_id": "cus_demo_ada" }, "billing_address": { "country": "DE" },
                  "show_saved_payment_methods": true, "return_url": null }
                """
            )
        ).Ok.Text("checkout_url")!;
        await using var page = await browser.OpenAsync(BrowserView.All[view], url);

        Assert.Contains("every month, until you cancel", await page.TextAsync(), StringComparison.Ordinal);
        // The expired card is not offered.
        Assert.Equal(2, await page.Page.GetByRole(AriaRole.Radio).CountAsync());
        Assert.False(await page.Page.Locator("#card_number").IsVisibleAsync());
        await page.LooksGoodAsync("checkout-saved-card");
        await page.Page.GetByText("Another card").ClickAsync();
        Assert.True(await page.Page.Locator("#card_number").IsVisibleAsync());
        await page.LooksGoodAsync("checkout-another-card");

        await page.Page.GetByText("Visa ending in 4242").ClickAsync();
        await page.PayAsync();

        Assert.Contains("Your payment has succeeded", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(
            DemoSeed.GoodCard,
            (await shop.Api.Get($"payments/{shop.Emulator.Charges.Single().PaymentId}")).Ok.Text("payment_method_id")
        );
    }

    [Theory]
    [InlineData("JPY", 4900, "¥4,900")]
    [InlineData("KWD", 12345, "KWD 12.345")]
    [InlineData("EUR", 123450, "€1,234.50")]
    [InlineData("USD", 4900, "$49.00")]
    [InlineData("SEK", 9900, "SEK 99.00")]
    public async Task An_amount_is_written_as_people_of_its_currency_know_it(string currency, int amount, string text)
    {
        await using var shop = await Shop.StartAsync();
        var url = await shop.CheckoutAsync(product: shop.Product("pdt_x", amount, currency, "Course"));
        await using var page = await browser.OpenAsync(BrowserView.SmallPhone, url);

        Assert.Contains($"Pay {text}", (await page.TextAsync()).Replace('\u00a0', ' '), StringComparison.Ordinal);
        await page.LooksGoodAsync($"checkout-{currency}");
    }

    [Fact]
    public async Task A_buyer_in_India_sees_a_card_and_a_UPI_id()
    {
        await using var shop = await Shop.StartAsync();
        var url = await shop.CheckoutAsync(product: shop.Product("pdt_x", 49900, "INR", "Course"));
        await using var page = await browser.OpenAsync(BrowserView.SmallPhone, url);

        Assert.Equal("IN", await page.Page.InputValueAsync("#country"));
        await page.LooksGoodAsync("checkout-upi");
    }

    [Fact]
    public async Task Nobody_is_charged_another_total_than_the_page_showed()
    {
        await using var shop = await Shop.StartAsync(
            new DodoEmulatorOptions { TaxPercent = 20, TaxedCountries = ["DE"] }
        );
        await using var page = await browser.OpenAsync(BrowserView.Phone, await shop.CheckoutAsync());

        await page.FillInAsync();
        await page.Page.SelectOptionAsync("#country", "DE");
        await page.PayAsync();

        Assert.Contains("the total is $58.80", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(shop.Emulator.Charges);
        await page.LooksGoodAsync("checkout-other-total");

        await page.FillInAsync();
        await page.LeaveAsync(() => page.Page.GetByText("Pay $58.80").ClickAsync());

        Assert.Contains("Your payment has succeeded", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(5880, Assert.Single(shop.Emulator.Charges).Amount);
    }

    [Fact]
    public async Task A_whole_purchase_needs_no_script_and_only_a_keyboard()
    {
        await using var shop = await Shop.StartAsync();
        await using var page = await browser.OpenAsync(
            BrowserView.Phone with
            {
                RunsScripts = false,
            },
            await shop.CheckoutAsync()
        );
        var keyboard = page.Page.Keyboard;

        await page.Page.FocusAsync("#email");
        foreach (
            var (field, value) in new[]
            {
                ("email", "new@example.com"),
                ("name", "New Buyer"),
                // Not typed: a list forgets the letters of somebody who types slowly.
                ("country", ""),
                ("card_number", TestCards.Visa),
                ("card_expiry", "06/32"),
                ("card_cvc", "123"),
            }
        )
        {
            Assert.Equal(field, await page.Page.EvaluateAsync<string>("document.activeElement.id"));
            await keyboard.TypeAsync(value);
            if (value.Length > 0)
                Assert.Equal(value, await page.Page.InputValueAsync($"#{field}"));

            await keyboard.PressAsync("Tab");
        }

        await page.LeaveAsync(() => keyboard.PressAsync("Enter"));

        Assert.Contains("Your payment has succeeded", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(4900, Assert.Single(shop.Emulator.Charges).Amount);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task The_portal_lists_the_saved_cards(int view)
    {
        await using var shop = await Shop.StartAsync();
        var link = (await shop.Api.Post("customers/cus_demo_ada/customer-portal/session", "")).Ok.Text("link")!;
        await using var page = await browser.OpenAsync(BrowserView.All[view], link);

        await page.LooksGoodAsync("portal");
    }
}
