using System.Net;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Pages;

public sealed class PaymentLinkTests : IDisposable
{
    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;
    private readonly Browser _browser;

    public PaymentLinkTests()
    {
        _api = new ApiCaller(_emulator);
        _browser = new Browser(_emulator.CreateHandler());
    }

    public void Dispose()
    {
        _api.Dispose();
        _browser.Dispose();
    }

    [Theory]
    [InlineData("approve", "succeeded", null)]
    [InlineData("fail", "failed", "AUTHENTICATION_FAILURE")]
    public async Task The_bank_asks_and_the_payment_goes_on(string outcome, string status, string? errorCode)
    {
        var id = (
            await _api.OneClick(more: """ "force_3ds": true, "return_url": "https://shop.example/done" """)
        ).Ok.Text("payment_id")!;
        var waiting = (await _api.Get("payments/" + id)).Ok;
        Assert.Equal("requires_customer_action", waiting.Text("status"));
        var link = waiting.Text("payment_link")!;
        var bank = await _browser.Open(link);
        Assert.Contains("$49.00", bank.Text, StringComparison.Ordinal);
        Assert.Contains("4242", bank.Text, StringComparison.Ordinal);

        var page = await _browser.Submit(link + "/authentication", ("outcome", outcome));

        Assert.Equal(id, page.ReturnParameters["payment_id"]);
        Assert.Equal(status, page.ReturnParameters["status"]);
        var payment = (await _api.Get("payments/" + id)).Ok;
        Assert.Equal(status, payment.Text("status"));
        Assert.Equal(errorCode, payment.Text("error_code"));
        _emulator.ShouldHaveCharged(times: outcome is "approve" ? 1 : 0);
        (await _browser.Submit(link + "/authentication", ("outcome", "approve"))).IsError(
            HttpStatusCode.Conflict,
            "CHECKOUT_SESSION_CONSUMED"
        );
        _emulator.ShouldHaveCharged(times: outcome is "approve" ? 1 : 0);
    }

    [Fact]
    public async Task A_card_with_3ds_leads_from_the_checkout_to_the_bank()
    {
        var url = (
            await _api.Post(
                "checkouts",
                """
                {
                  "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }],
                    "return_url": "https://shop.example/done",
                  "customer": { "customer_id": "cus_demo_cleo" }, "billing_address": { "country": "US" }
                }
                """
            )
        ).Ok.Text("checkout_url")!;

        var bank = await _browser.PayByCard(url, TestCards.ThreeDSecure);
        Assert.Equal(bank.Location, (await _browser.Open(url)).Location);
        Assert.Empty((await _api.Get("customers/cus_demo_cleo/payment-methods")).Items);
        var done = await _browser.Submit(bank.Location!.AbsoluteUri + "/authentication", ("outcome", "approve"));

        Assert.Equal("succeeded", done.ReturnParameters["status"]);
        Assert.Single((await _api.Get("customers/cus_demo_cleo/payment-methods")).Items);
        (await _browser.Open(url)).IsError(HttpStatusCode.Conflict, "CHECKOUT_SESSION_CONSUMED");
    }

    [Fact]
    public async Task A_payment_link_takes_a_card_once()
    {
        var payment = (
            await _api.Post(
                "payments",
                """
                {
                  "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }], "payment_link": true,
                    "return_url": "https://shop.example/done",
                  "customer": { "customer_id": "cus_demo_cleo" }, "billing": { "country": "US" }
                }
                """
            )
        ).Ok;
        var link = payment.Text("payment_link")!;
        Assert.Contains("Cleo Buyer", (await _browser.Open(link)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _browser.Submit(link)).Status);

        var page = await _browser.PayByCard(link, TestCards.Visa);

        Assert.Equal(payment.Text("payment_id"), page.ReturnParameters["payment_id"]);
        _emulator.ShouldHaveCharged(customerId: "cus_demo_cleo");
        Assert.Contains("succeeded", (await _browser.Open(link)).Text, StringComparison.Ordinal);
        (await _browser.PayByCard(link, TestCards.Visa)).IsError(HttpStatusCode.Conflict, "CHECKOUT_SESSION_CONSUMED");
        (await _browser.Open(link + "none")).IsError(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task An_outcome_that_no_button_has_is_refused()
    {
        var id = (await _api.OneClick(more: """ "force_3ds": true """)).Ok.Text("payment_id")!;

        (await _browser.Submit($"https://test.dodopayments.com/pay/{id}/authentication", ("outcome", "maybe"))).IsError(
            HttpStatusCode.UnprocessableEntity,
            "INVALID_REQUEST_PARAMETERS"
        );
        Assert.Equal("requires_customer_action", (await _api.Get("payments/" + id)).Ok.Text("status"));
    }

    [Fact]
    public async Task Pages_work_the_same_over_a_socket()
    {
        await using var server = await _emulator.StartServerAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        using var api = new ApiCaller(new SocketsHttpHandler(), server.BaseAddress);
        using var browser = new Browser(new SocketsHttpHandler { AllowAutoRedirect = false });
        var url = (
            await api.Post(
                "checkouts",
                """
                { "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }],
                  "return_url": "https://shop.example/done" }
                """
            )
        ).Ok.Text("checkout_url")!;
        Assert.StartsWith(server.BaseAddress.AbsoluteUri, url, StringComparison.Ordinal);

        var bank = await browser.PayByCard(
            url,
            TestCards.ThreeDSecure,
            ("email", "new@example.com"),
            ("name", "New"),
            ("country", "US")
        );
        Assert.StartsWith(server.BaseAddress.AbsoluteUri, bank.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains(
            "<form method=\"post\"",
            (await browser.Open(bank.Location.AbsoluteUri)).Markup,
            StringComparison.Ordinal
        );
        var done = await browser.Submit(bank.Location.AbsoluteUri + "/authentication", ("outcome", "approve"));

        Assert.Equal("succeeded", done.ReturnParameters["status"]);
        _emulator.ShouldHaveCharged();
    }
}
