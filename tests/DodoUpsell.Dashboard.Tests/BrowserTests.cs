using DodoUpsell.BrowserKit;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(RealBrowser))]

namespace DodoUpsell.Dashboard.Tests;

/// <summary>Every page in a real browser: at two sizes, light and dark, checked with axe, with a screenshot kept.</summary>
public sealed class BrowserTests(RealBrowser browser)
{
    public static TheoryData<int> Views => [.. Enumerable.Range(0, BrowserView.All.Count)];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_page_can_be_used_by_everybody(int view)
    {
        await using var office = await BackOffice.StartAsync(configure: builder =>
        {
            Seed.Offers(builder);
            builder.AddWithdrawals();
        });
        await Seed.WithdrawalsAsync(office);
        var offer = await Seed.AllAsync(office);
        using (var someone = await office.SignInAsync(name: "Grace Hopper"))
            await someone.SubmitAsync("/parked", "/delivery/replay", ("id", "msg_parked_2"));
        await Seed.ParkAsync(
            office,
            "msg_parked_3",
            "refund.succeeded",
            "refund:ref_1",
            "{\"data\":{}}",
            "TimeoutException: The handler took more than 30 seconds."
        );
        var settlement = (
            await office.Get<IChargeSettlements>().ListAsync(DodoUpsell.Webhooks.InboxState.Parked)
        ).Single();
        await using var page = await browser.OpenAsync(
            BrowserView.All[view],
            $"{office.Site}sign-in?role=operator&name=Ann%20Operator"
        );

        async Task LookAsync(string path, string name)
        {
            await page.Page.GotoAsync(office.Address + path);
            await page.IsAccessibleAsync();
            await page.KeepScreenshotAsync(name);
        }

        await LookAsync("", "1-overview");
        await LookAsync("?from=2020-01-01&to=2020-01-31", "1-overview-empty");
        await LookAsync("/charges", "2-charges");
        await LookAsync("/charges?state=Refunded", "2-charges-empty");
        await LookAsync("/charges?state=Succeeded", "2-charges-paid");
        await LookAsync($"/charge?key={Seed.PaidKey}", "3-charge-paid");
        await LookAsync($"/charge?key={Seed.DeclinedKey}", "3-charge-declined");
        await LookAsync("/charge?key=unknown", "3-charge-unknown");
        await LookAsync("/parked", "4-parked");
        await LookAsync($"/delivery?id={Seed.ParkedWebhook}", "5-delivery");
        await LookAsync($"/settlement?id={Uri.EscapeDataString(settlement.Settlement.Id)}", "6-settlement");
        await LookAsync("/explain", "7-explain");
        await page.Page.FillAsync("input[name=customer]", DodoUpsell.Emulator.DemoSeed.CustomerWithCards);
        await page.LeaveAsync(() => page.Page.ClickAsync("main button"));
        await page.IsAccessibleAsync();
        await page.KeepScreenshotAsync("7-explained");
        await LookAsync($"/receipts?offer={offer}", "8-receipt");
        await page.LeaveAsync(() => page.Page.ClickAsync("text=Verify >> nth=-1"));
        await page.IsAccessibleAsync();
        await page.KeepScreenshotAsync("8-verified");
        await LookAsync("/withdrawals", "8-withdrawals");
        await LookAsync("/withdrawals?state=Stated", "8-withdrawals-empty");
        await LookAsync("/withdrawal?id=wdr_review", "8-withdrawal");
        await LookAsync("/log", "9-log");

        // The only response that is an error is the unknown charge.
        Assert.All(page.Errors, error => Assert.Contains("404", error, StringComparison.Ordinal));
    }
}
