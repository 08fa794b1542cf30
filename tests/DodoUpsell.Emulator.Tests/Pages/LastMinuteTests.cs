using System.Net;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Pages;

public sealed class LastMinuteTests
{
    private static readonly TimeSpan LastMoment = TimeSpan.FromHours(24) - TimeSpan.FromTicks(1);
    private static readonly PaymentSettlement InAnHour = PaymentSettlement.OnClock(TimeSpan.FromHours(1));

    [Fact]
    public async Task A_page_is_paid_in_its_last_moment_and_settles_after_its_end()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { PageSettlement = InAnHour });
        using var api = new ApiCaller(emulator);
        using var browser = new Browser(emulator.CreateHandler());
        var url = (
            await api.Post(
                "checkouts",
                """
                { "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }],
                  "customer": { "customer_id": "cus_demo_ada" }, "billing_address": { "country": "DE" },
                  "return_url": "https://shop.example/done" }
                """
            )
        ).Ok.Text("checkout_url")!;

        emulator.Clock.Advance(LastMoment);
        var page = await browser.PayByCard(url, TestCards.Visa);

        Assert.Equal("processing", page.ReturnParameters["status"]);
        emulator.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("processing", await Status(api, page));
        Assert.Empty(emulator.Charges);
        emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("succeeded", await Status(api, page));
        emulator.ShouldHaveCharged(amount: 4900);
    }

    [Theory]
    [InlineData(TestCards.Visa, false)]
    [InlineData(TestCards.ThreeDSecure, true)]
    public async Task A_link_that_was_paid_in_its_last_moment_is_not_cancelled_by_its_end(string card, bool asksBank)
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { PageSettlement = InAnHour });
        using var api = new ApiCaller(emulator);
        using var browser = new Browser(emulator.CreateHandler());
        var link = await Link(api);

        emulator.Clock.Advance(LastMoment);
        await browser.PayByCard(link, card);
        emulator.Clock.Advance(TimeSpan.FromMinutes(5));
        if (asksBank)
            await browser.Submit(link + "/authentication", ("outcome", "approve"));
        emulator.Clock.Advance(TimeSpan.FromHours(2));

        emulator.ShouldHaveCharged(amount: 4900);
    }

    [Fact]
    public async Task A_page_that_nobody_paid_ends_after_its_time()
    {
        var emulator = new DodoEmulator();
        using var api = new ApiCaller(emulator);
        using var browser = new Browser(emulator.CreateHandler());
        var link = await Link(api);

        emulator.Clock.Advance(TimeSpan.FromHours(24));

        (await browser.PayByCard(link, TestCards.Visa)).IsError(HttpStatusCode.Conflict, "CHECKOUT_SESSION_CONSUMED");
        Assert.Equal("cancelled", emulator.GetState()["payments"]![0].Text("status"));
    }

    [Fact]
    public async Task Payments_that_are_kept_waiting_are_never_cancelled_and_can_still_be_paid()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { KeepWaitingPayments = true });
        using var api = new ApiCaller(emulator);
        using var browser = new Browser(emulator.CreateHandler());
        var asked = (await api.OneClick(more: """ "force_3ds": true """)).Ok.Text("payment_id")!;
        var link = await Link(api);

        emulator.Clock.Advance(TimeSpan.FromDays(40));

        Assert.Equal("requires_customer_action", (await api.Get("payments/" + asked)).Ok.Text("status"));
        await browser.PayByCard(link, TestCards.Visa);
        emulator.ShouldHaveCharged(amount: 4900);
    }

    [Fact]
    public async Task A_page_payment_that_settles_by_reads_counts_them()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { PageSettlement = PaymentSettlement.AfterReads(1) });
        using var api = new ApiCaller(emulator);
        using var browser = new Browser(emulator.CreateHandler());
        var link = await Link(api);

        await browser.PayByCard(link, TestCards.Visa);

        JsonNode Payment() => emulator.GetState()["payments"]![0]!;
        Assert.Equal("processing", Payment().Text("status"));
        await api.FinalPayment(Payment().Text("payment_id")!);
        Assert.Equal("succeeded", Payment().Text("status"));
    }

    private static async Task<string> Link(ApiCaller api) =>
        (
            await api.Post(
                "payments",
                """
                { "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }], "payment_link": true,
                  "customer": { "customer_id": "cus_demo_ada" }, "billing": { "country": "US" } }
                """
            )
        ).Ok.Text("payment_link")!;

    private static async Task<string?> Status(ApiCaller api, Page page) =>
        (await api.Get("payments/" + page.ReturnParameters["payment_id"])).Ok.Text("status");
}
