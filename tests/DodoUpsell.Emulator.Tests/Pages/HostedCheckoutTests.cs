using System.Net;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Pages;

public sealed class HostedCheckoutTests : IDisposable
{
    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;
    private readonly Browser _browser;

    public HostedCheckoutTests()
    {
        _api = new ApiCaller(_emulator);
        _browser = new Browser(_emulator.CreateHandler());
    }

    public void Dispose()
    {
        _api.Dispose();
        _browser.Dispose();
    }

    [Fact]
    public async Task The_page_shows_the_cart_and_asks_a_new_customer_for_everything()
    {
        var url = await Open();

        var page = await _browser.Open(url);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("$49.00", page.Text, StringComparison.Ordinal);
        foreach (var field in new[] { "email", "name", "country", "card_number", "card_expiry", "card_cvc" })
        {
            Assert.Contains($"<label for=\"{field}\">", page.Markup, StringComparison.Ordinal);
            Assert.Contains(
                $"<{(field is "country" ? "select" : "input")} id=\"{field}\" name=\"{field}\"",
                page.Markup,
                StringComparison.Ordinal
            );
        }

        Assert.Contains("<html lang=\"en\">", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Markup, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", page.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("upi", page.Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_new_customer_pays_and_the_card_is_saved()
    {
        var url = await Open(
            """ "return_url": "https://shop.example/done?order=7#top", "metadata": { "order": "7" } """
        );

        var page = await _browser.PayByCard(
            url,
            "4242 4242 4242 4242",
            ("email", "new+1@example.com"),
            ("name", "New Buyer"),
            ("country", "us")
        );

        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        Assert.Equal("https://shop.example/done", page.Location!.GetLeftPart(UriPartial.Path));
        Assert.Equal("#top", page.Location.Fragment);
        Assert.Equal("7", page.ReturnParameters["order"]);
        Assert.Equal("succeeded", page.ReturnParameters["status"]);
        Assert.Equal("new+1@example.com", page.ReturnParameters["email"]);
        var payment = (await _api.Get("payments/" + page.ReturnParameters["payment_id"])).Ok;
        Assert.Equal("succeeded", payment.Text("status"));
        Assert.Equal("7", payment["metadata"].Text("order"));
        Assert.Equal("US", payment["billing"].Text("country"));
        var saved = Assert.Single(
            (await _api.Get($"customers/{payment["customer"].Text("customer_id")}/payment-methods")).Items
        )!;
        Assert.Equal(payment.Text("payment_method_id"), saved.Text("payment_method_id"));
        Assert.Equal("06", saved["card"].Text("expiry_month"));
        var session = (await _api.Get("checkouts/" + payment.Text("checkout_session_id"))).Ok;
        Assert.Equal("succeeded", session.Text("payment_status"));
        Assert.Equal("New Buyer", session.Text("customer_name"));
        _emulator.ShouldHaveCharged(amount: 4900);
    }

    [Fact]
    public async Task A_known_customer_is_not_asked_and_a_known_card_not_saved_twice()
    {
        var url = await Open(
            """
            "customer": { "customer_id": "cus_demo_ada" }, "billing_address": { "country": "DE" },
              "cancel_url": "https://shop.example/cart"
            """
        );
        var form = await _browser.Open(url);
        Assert.Contains("Ada Buyer", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"email\"", form.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"country\"", form.Markup, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://shop.example/cart\">", form.Markup, StringComparison.Ordinal);

        var paid = await _browser.PayByCard(url, TestCards.Visa);

        Assert.Equal(2, (await _api.Get("customers/cus_demo_ada/payment-methods")).Items.Count);
        Assert.Equal(
            DemoSeed.GoodCard,
            (await _api.Get("payments")).Items[0].Text("payment_id") is { } id
                ? (await _api.Get("payments/" + id)).Ok.Text("payment_method_id")
                : null
        );
        var result = await _browser.Open(new Uri(DodoEmulator.InProcessAddress, paid.Location!).AbsoluteUri);
        Assert.Contains("succeeded", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_card_sends_the_customer_back_and_is_not_saved()
    {
        var url = await Open(
            """ "customer": { "customer_id": "cus_demo_cleo" }, "return_url": "https://shop.example/done" """
        );

        var page = await _browser.PayByCard(url, TestCards.InsufficientFunds, ("country", "US"));

        Assert.Equal("failed", page.ReturnParameters["status"]);
        var payment = (await _api.Get("payments/" + page.ReturnParameters["payment_id"])).Ok;
        Assert.Equal("INSUFFICIENT_FUNDS", payment.Text("error_code"));
        Assert.Null(payment.Text("payment_method_id"));
        Assert.Empty((await _api.Get("customers/cus_demo_cleo/payment-methods")).Items);
        _emulator.ShouldNotHaveCharged();
        (await _browser.Open(url)).IsError(HttpStatusCode.Conflict, "CHECKOUT_SESSION_CONSUMED");
    }

    [Fact]
    public async Task The_card_that_attaches_pays_on_the_page_and_never_again()
    {
        var url = await Open(
            """ "customer": { "customer_id": "cus_demo_cleo" }, "return_url": "https://shop.example/" """
        );
        var page = await _browser.PayByCard(url, TestCards.AttachesThenFails, ("country", "US"));
        Assert.Equal("succeeded", page.ReturnParameters["status"]);
        var card = (await _api.Get("customers/cus_demo_cleo/payment-methods")).Items[0].Text("payment_method_id")!;

        var later = await _api.FinalPayment((await _api.OneClick("cus_demo_cleo", card)).Ok.Text("payment_id")!);

        Assert.Equal("failed", later.Text("status"));
        Assert.Equal("GENERIC_DECLINE", later.Text("error_code"));
        _emulator.ShouldHaveCharged(times: 1);
    }

    [Fact]
    public async Task A_used_or_expired_or_unknown_session_is_an_error_page()
    {
        var used = await Open(""" "customer": { "customer_id": "cus_demo_ada" } """);
        var expired = await Open();
        await _browser.PayByCard(used, TestCards.Visa, ("country", "US"));

        (await _browser.Open(used)).IsError(HttpStatusCode.Conflict, "CHECKOUT_SESSION_CONSUMED");
        (await _browser.PayByCard(used, TestCards.Visa)).IsError(HttpStatusCode.Conflict, "CHECKOUT_SESSION_CONSUMED");
        _emulator.Clock.Advance(TimeSpan.FromHours(24));
        (await _browser.Open(expired)).IsError(HttpStatusCode.Gone, "expired");
        (await _browser.PayByCard(expired, TestCards.Visa)).IsError(HttpStatusCode.Gone, "expired");
        (await _browser.Open(used[..^4] + "none")).IsError(HttpStatusCode.NotFound, "NOT_FOUND");
        _emulator.ShouldHaveCharged(times: 1);
    }

    [Fact]
    public async Task A_confirmed_session_is_paid_on_its_page_within_15_minutes()
    {
        const string more = """
            "customer": { "customer_id": "cus_demo_ada" }, "confirm": true, "minimal_address": true,
            "billing_address": { "country": "US", "zipcode": "94107" }
            """;
        var session = (await Create(more)).Ok;
        var late = (await Create(more)).Ok.Text("checkout_url")!;
        await _browser.PayByCard(session.Text("checkout_url")!, TestCards.Mastercard);

        Assert.Equal("succeeded", (await _api.Get("payments/" + session.Text("payment_id"))).Ok.Text("status"));
        _emulator.Clock.Advance(TimeSpan.FromMinutes(15));
        (await _browser.Open(late)).IsError(HttpStatusCode.Gone, "expired");
    }

    [Theory]
    [InlineData("card_number", "4111111111111111", "number of a test card")]
    [InlineData("card_expiry", "13/32", "expiry")]
    [InlineData("card_expiry", "12/25", "expired")]
    [InlineData("card_cvc", "12", "CVC")]
    [InlineData("email", "nobody", "e-mail")]
    [InlineData("name", " ", "name")]
    [InlineData("country", "Germany", "country")]
    public async Task A_form_with_a_mistake_comes_back_and_the_session_is_still_good(
        string field,
        string value,
        string complaint
    )
    {
        var url = await Open();
        (string, string)[] good =
        [
            ("email", "a@example.com"),
            ("name", "A"),
            ("country", "US"),
            ("card_number", TestCards.Visa),
            ("card_expiry", "6 / 2032"),
            ("card_cvc", "123"),
        ];

        var page = await _browser.Submit(url, [.. good.Select(pair => pair.Item1 == field ? (field, value) : pair)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("role=\"alert\"", page.Markup, StringComparison.Ordinal);
        Assert.Contains(complaint, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestCards.Visa + "\"", page.Markup, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await _browser.Submit(url, good)).Status);
    }

    [Fact]
    public async Task What_people_enter_is_never_markup()
    {
        _emulator.PutProduct("pdt_x", new JsonObject { ["name"] = "<script>alert(1)</script>" });
        var url = (
            await _api.Post("checkouts", """{ "product_cart": [{ "product_id": "pdt_x", "quantity": 1 }] }""")
        ).Ok.Text("checkout_url")!;

        var page = await _browser.Submit(url, ("name", "\"><script>"), ("email", "<b>"));

        Assert.DoesNotContain("<script", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.Markup, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_not_one_is_a_mistake_and_not_a_fault()
    {
        var url = await Open();
        foreach (var body in new[] { [], "%zz=%&&=&"u8.ToArray(), new byte[] { 0xff, 0x00, 0x3d } })
        {
            using var content = new ByteArrayContent(body);
            using var answer = await _api.Http.PostAsync(url, content, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_session_that_allows_no_method_of_the_page_says_so() =>
        (await _browser.Open(await Open(""" "allowed_payment_method_types": ["klarna"] """))).IsError(
            HttpStatusCode.UnprocessableEntity,
            "NO_ELIGIBLE_PAYMENT_METHODS"
        );

    [Theory]
    [InlineData(TestUpi.Success, "succeeded")]
    [InlineData(TestUpi.Failure, "failed")]
    public async Task A_buyer_in_India_may_pay_rupees_by_upi(string upiId, string status)
    {
        var url = await OpenInRupees();
        Assert.Contains("name=\"upi_id\"", (await _browser.Open(url)).Markup, StringComparison.Ordinal);

        var page = await _browser.Submit(url, ("upi_id", upiId), ("country", "IN"));

        Assert.Equal(status, page.ReturnParameters["status"]);
        var payment = (await _api.Get("payments/" + page.ReturnParameters["payment_id"])).Ok;
        Assert.Equal("upi", payment.Text("payment_method"));
        Assert.Equal("upi_collect", payment.Text("payment_method_type"));
        Assert.Null(payment.Text("card_last_four"));
        Assert.Equal(status is "failed" ? "GENERIC_DECLINE" : null, payment.Text("error_code"));
        Assert.Empty((await _api.Get("customers/cus_demo_cleo/payment-methods")).Items);
        var refund = await _api.Post(
            "refunds",
            $$"""{ "payment_id": "{{payment.Text("payment_id")}}", "items": [{ "item_id": "pdt_inr" }] }"""
        );
        refund.IsError(422, status is "failed" ? "PAYMENT_NOT_SUCCEEDED" : "PARTIAL_REFUND_NOT_ALLOWED");
    }

    [Fact]
    public async Task Upi_is_refused_to_others()
    {
        var url = await OpenInRupees();

        Assert.Contains(
            "India",
            (await _browser.Submit(url, ("upi_id", TestUpi.Success), ("country", "US"))).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "other UPI id",
            (await _browser.Submit(url, ("upi_id", "me@upi"), ("country", "IN"))).Text,
            StringComparison.Ordinal
        );
        _emulator.ShouldNotHaveCharged();
    }

    private async Task<string> OpenInRupees()
    {
        _emulator.PutProduct(
            "pdt_inr",
            new JsonObject
            {
                ["price"] = new JsonObject { ["price"] = 49900, ["currency"] = "INR" },
            }
        );
        return (
            await _api.Post(
                "checkouts",
                """
                {
                  "product_cart": [{ "product_id": "pdt_inr", "quantity": 1 }],
                  "customer": { "customer_id": "cus_demo_cleo" }, "return_url": "https://shop.example/"
                }
                """
            )
        ).Ok.Text("checkout_url")!;
    }

    private async Task<string> Open(string? more = null) => (await Create(more)).Ok.Text("checkout_url")!;

    private Task<Answer> Create(string? more) =>
        _api.Post(
            "checkouts",
            $$"""
            { "product_cart": [{ "product_id": "{{DemoSeed.Course}}", "quantity": 1 }]{{(
                more is null ? "" : "," + more
            )}} }
            """
        );
}
