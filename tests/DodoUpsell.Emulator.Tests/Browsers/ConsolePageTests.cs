using System.Text.Json.Nodes;
using DodoUpsell.BrowserKit;
using DodoUpsell.Emulator.Tests.Webhooks;
using Microsoft.Playwright;

namespace DodoUpsell.Emulator.Tests.Browsers;

/// <summary>The console as a developer sees and uses it.</summary>
public sealed class ConsolePageTests(RealBrowser browser)
{
    public static TheoryData<int> Views { get; } = [.. Enumerable.Range(0, BrowserView.All.Count)];

    private static BrowserView WithoutScripts => BrowserView.Desktop with { RunsScripts = false };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_page_of_the_console_is_usable(int view)
    {
        await using var shop = await Shop.StartAsync();
        await using var receiver = await Site.StartAsync("handled");
        var payment = await BusyAsync(shop, receiver);
        await using var page = await browser.OpenAsync(BrowserView.All[view], shop.At("_emulator"));
        await page.LooksGoodAsync("console-timeline");
        await page.Page.GetByText("Add a fault").ClickAsync();
        await page.Page.GetByText("Another time").ClickAsync();
        await page.LooksGoodAsync("console-forms");
        foreach (
            var (name, path) in new[]
            {
                ("problems", "?show=problems"),
                ("payments", "/console/payments"),
                ("payment", $"/console/payments/{payment}"),
                ("subscriptions", "/console/subscriptions"),
                ("subscription", $"/console/subscriptions/{DemoSeed.BasicSubscription}"),
                ("customers", "/console/customers"),
                ("customer", $"/console/customers/{DemoSeed.CustomerWithCards}"),
                ("webhooks", "/console/webhooks"),
                ("delivery", $"/console/deliveries/{shop.Emulator.WebhookDeliveries[0].Id}"),
                ("state", "/console/state"),
                ("not-found", "/console/payments/pay_x"),
            }
        )
        {
            await page.Page.GotoAsync(shop.At("_emulator" + path));
            await page.LooksGoodAsync($"console-{name}");
        }

        await page.Page.GotoAsync(shop.At("_emulator?show=requests"));
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "POST /checkouts" }).First.ClickAsync();
        await page.LooksGoodAsync("console-request");
    }

    [Fact]
    public async Task An_empty_console_says_what_to_do()
    {
        await using var shop = await Shop.StartAsync(new DodoEmulatorOptions { Seed = EmulatorSeed.Empty });
        await using var page = await browser.OpenAsync(BrowserView.SmallPhone, shop.At("_emulator"));

        Assert.Contains("Point an SDK at this address", await page.TextAsync(), StringComparison.Ordinal);
        await page.LooksGoodAsync("console-empty");
    }

    [Fact]
    public async Task The_timeline_refreshes_by_itself_can_be_paused_and_copies_a_request()
    {
        await using var shop = await Shop.StartAsync();
        await using var page = await browser.OpenAsync(BrowserView.Desktop, shop.At("_emulator"));
        var rows = page.Page.Locator("#timeline li");

        await shop.Api.OneClick();
        await rows.First.WaitForAsync();
        Assert.Contains(
            "POST /checkouts",
            await rows.AllInnerTextsAsync() is var texts ? string.Concat(texts) : "",
            StringComparison.Ordinal
        );

        await page.Page.GetByText("Pause updates").ClickAsync();
        Assert.True(await page.Page.GetByText("Resume updates").IsVisibleAsync());

        await page.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "POST /checkouts" }).First.ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Copy As curl" }).ClickAsync();
        await page.Page.GetByText("Copied.").WaitForAsync();
        Assert.Equal(
            await page.Page.Locator("#curl").InnerTextAsync(),
            await page.Page.EvaluateAsync<string>("navigator.clipboard.readText()")
        );
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Without_scripts_every_button_works_and_a_reload_does_not_repeat_it()
    {
        await using var shop = await Shop.StartAsync();
        await using var page = await browser.OpenAsync(WithoutScripts, shop.At("_emulator"));
        var start = shop.Emulator.Clock.GetUtcNow();

        await page.Page.GetByText("+15 min").ClickAsync();
        Assert.Contains("The clock was advanced.", await page.TextAsync(), StringComparison.Ordinal);
        // What only works with scripts is not there.
        Assert.False(await page.Page.GetByText("Pause updates").IsVisibleAsync());
        await page.Page.ReloadAsync();
        Assert.Equal(start.AddMinutes(15), shop.Emulator.Clock.GetUtcNow());
        await page.Page.GetByText("+1 day").ClickAsync();
        await page.Page.GetByText("+1 month").ClickAsync();
        Assert.Equal(start.AddMinutes(15).AddDays(1).AddMonths(1), shop.Emulator.Clock.GetUtcNow());
        await page.Page.GetByText("Another time").ClickAsync();
        await page.Page.FillAsync("#clock-amount", "3");
        await page.Page.SelectOptionAsync("#clock-unit", "days");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Advance", Exact = true }).ClickAsync();
        Assert.Equal(start.AddMinutes(15).AddDays(1).AddMonths(1).AddDays(3), shop.Emulator.Clock.GetUtcNow());

        await page.Page.GetByText("Add a fault").ClickAsync();
        await page.Page.SelectOptionAsync("#fault-kind", "status");
        await page.Page.FillAsync("#fault-path", "/payments");
        await page.Page.FillAsync("#fault-status", "418");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Add the fault" }).ClickAsync();
        Assert.Equal(418, (int)(await shop.Api.Get("payments")).Status);
        await page.Page.GetByText("Clear all faults").ClickAsync();
        Assert.Empty(shop.Emulator.GetState()["faults"]!.AsArray());
    }

    [Fact]
    public async Task Without_scripts_a_payment_is_refunded_disputed_and_lost()
    {
        await using var shop = await Shop.StartAsync(
            new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate }
        );
        var payment = (await shop.Api.OneClick()).Ok.Text("payment_id")!;
        await using var page = await browser.OpenAsync(
            WithoutScripts,
            shop.At($"_emulator/console/payments/{payment}")
        );

        await page.Page.FillAsync("#refund-amount", "12.345");
        await page.Page.GetByText("Refund a part").ClickAsync();
        Assert.Contains("`12.345` is not an amount in USD", await page.TextAsync(), StringComparison.Ordinal);
        await page.Page.FillAsync("#refund-amount", "12.50");
        await page.Page.GetByText("Refund a part").ClickAsync();
        Assert.Equal(1250, Assert.Single(shop.Emulator.Refunds).Amount);

        await page.Page.FillAsync("#dispute-amount", "10");
        await page.Page.FillAsync("#dispute-reason", "Not as described");
        await page.Page.GetByText("Open a dispute").ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Lose" }).ClickAsync();
        var dispute = shop.Emulator.GetState()["disputes"]![0];
        Assert.Equal("dispute_lost", dispute.Text("dispute_status"));
        Assert.Equal("1000", dispute.Text("amount"));

        await page.Page.GetByText("Refund $26.50").ClickAsync();
        Assert.Equal([1250, 2650], shop.Emulator.Refunds.Select(refund => refund.Amount));
        Assert.Contains("Nothing is left to refund.", await page.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_a_subscription_renews_a_card_is_saved_and_a_webhook_is_sent_again()
    {
        await using var shop = await Shop.StartAsync();
        await using var receiver = await Site.StartAsync("handled");
        await using var page = await browser.OpenAsync(WithoutScripts, shop.At("_emulator/console/webhooks"));
        await page.Page.FillAsync("#url", $"http://127.0.0.1:{receiver.Port}/hook");
        await page.Page.FillAsync("#secret", "whsec_" + Convert.ToBase64String(new byte[32]));
        await page.Page.GetByText("Add the endpoint").Last.ClickAsync();
        Assert.DoesNotContain("AAAA", await page.Page.ContentAsync(), StringComparison.Ordinal);

        await page.Page.GotoAsync(shop.At($"_emulator/console/subscriptions/{DemoSeed.BasicSubscription}"));
        await page.Page.GetByText("Renew now").ClickAsync();
        Assert.Equal(3000, Assert.Single(shop.Emulator.Charges).Amount);

        await page.Page.GotoAsync(shop.At($"_emulator/console/customers/{DemoSeed.CustomerWithoutCard}"));
        await page.Page.SelectOptionAsync("#test-card", TestCards.ThreeDSecure);
        await page.Page.GetByText("Save the card").ClickAsync();
        Assert.Contains("Visa ending in 3220", await page.TextAsync(), StringComparison.Ordinal);

        await shop.Emulator.DeliverWebhooksAsync(TestContext.Current.CancellationToken);
        var delivery = shop.Emulator.WebhookDeliveries[0];
        Assert.True(delivery.IsDelivered);
        await page.Page.GotoAsync(shop.At($"_emulator/console/deliveries/{delivery.Id}"));
        await page.Page.GetByText("Send it again").ClickAsync();
        await shop.Emulator.DeliverWebhooksAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, shop.Emulator.WebhookDeliveries[0].Attempts.Count);
    }

    /// <summary>Something of everything.</summary>
    private static async Task<string> BusyAsync(Shop shop, Site receiver)
    {
        shop.Emulator.AddWebhook(new EmulatedWebhook(new Uri($"http://127.0.0.1:{receiver.Port}/webhooks/dodo")));
        var paid = (await shop.Api.OneClick()).Ok.Text("payment_id")!;
        await shop.Api.FinalPayment(paid);
        var declined = await shop.Api.OneClick(DemoSeed.CustomerWithDecliningCard, DemoSeed.DecliningCard);
        await shop.Api.FinalPayment(declined.Ok.Text("payment_id")!);
        await shop.Api.Get("payments/pay_nothing");
        shop.Emulator.AddFault(new EmulatedFault(EmulatedFaultKind.StatusAfterCommit) { Path = "/customers" });
        await shop.Api.Post("customers", """{ "email": "eve@example.com", "name": "Eve <b>" }""");
        shop.Emulator.AddFault(
            new EmulatedFault(EmulatedFaultKind.DropAfterCommit) { Path = "/subscriptions/{}/change-plan", Times = 2 }
        );
        shop.Emulator.Refund(paid, 1250);
        shop.Emulator.OpenDispute(paid, 1000, "Product not received");
        await shop.Emulator.AdvanceAsync(TimeSpan.FromDays(21), TestContext.Current.CancellationToken);
        shop.Emulator.AddWebhook(new EmulatedWebhook(new Uri("http://127.0.0.1:9/nobody")));
        await shop.Api.OneClick(product: DemoSeed.Ebook);
        await shop.Emulator.AdvanceAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        return paid;
    }
}
