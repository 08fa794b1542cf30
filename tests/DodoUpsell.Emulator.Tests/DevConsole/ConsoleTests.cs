using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DodoUpsell.Emulator.Tests.Pages;

namespace DodoUpsell.Emulator.Tests.DevConsole;

/// <summary>The console's pages without a browser: what is on them, and what must not be.</summary>
public sealed class ConsoleTests : IDisposable
{
    private const string Root = "https://test.dodopayments.com/_emulator";
    private readonly DodoEmulator _emulator = new(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
    private readonly ApiCaller _api;
    private readonly Browser _browser;

    public ConsoleTests()
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
    public async Task The_timeline_shows_requests_and_events_newest_first_and_none_of_its_own()
    {
        await _api.OneClick();
        await _api.Get("payments/pay_nothing");
        await _browser.Open(Root);

        var text = (await _browser.Open(Root)).Text;

        Assert.DoesNotContain("GET /_emulator", text, StringComparison.Ordinal);
        var failed = text.IndexOf("GET /payments/pay_nothing", StringComparison.Ordinal);
        var paid = text.IndexOf("POST /checkouts", StringComparison.Ordinal);
        var raised = text.IndexOf("payment.succeeded", StringComparison.Ordinal);
        Assert.True(failed > 0 && paid > failed && raised > paid);
        Assert.Contains("$49.00 · Ada Buyer", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("requests", true, false)]
    [InlineData("events", false, true)]
    [InlineData("problems", false, false)]
    [InlineData("nonsense", true, true)]
    public async Task The_timeline_is_filtered(string filter, bool showsRequest, bool showsEvent)
    {
        await _api.OneClick();

        var text = (await _browser.Open($"{Root}?show={filter}")).Text;

        Assert.Equal(showsRequest, text.Contains("POST /checkouts", StringComparison.Ordinal));
        Assert.Equal(showsEvent, text.Contains("payment.succeeded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_last_500_activities_are_kept_and_older_ones_are_on_further_pages()
    {
        for (var number = 1; number <= 510; number++)
            await _api.Get($"payments/pay_{number}");

        var address = Root + "?show=requests";
        var seen = new List<string>();
        for (var pages = 0; pages < 20; pages++)
        {
            var page = await _browser.Open(address);
            seen.AddRange(Matches("GET /payments/(pay_[0-9]+)", page.Text));
            if (Matches("href=\"(/_emulator\\?show=requests&amp;before=[0-9]+)\"", page.Markup) is not [var older])
                break;

            address = "https://test.dodopayments.com" + WebUtility.HtmlDecode(older);
        }

        Assert.Equal(Enumerable.Range(11, 500).Reverse().Select(number => $"pay_{number}"), seen);
    }

    [Fact]
    public async Task A_fault_a_broken_connection_and_a_long_body_are_shown()
    {
        _emulator.AddFault(new EmulatedFault(EmulatedFaultKind.DropAfterCommit) { Path = "/customers" });
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            _api.Post(
                "customers",
                $$"""{ "email": "a@b.example", "name": "A", "metadata": { "long": "{{new string('x', 70_000)}}" } }"""
            )
        );

        var page = await OpenRequest("POST /customers");

        Assert.Contains("drop_after_commit", page.Text, StringComparison.Ordinal);
        Assert.Contains("broken connection", page.Text, StringComparison.Ordinal);
        Assert.Contains("cut off", page.Text, StringComparison.Ordinal);
        Assert.True(page.Markup.Length < 200_000);
    }

    [Fact]
    public async Task Keys_secrets_and_card_numbers_are_nowhere_in_the_console()
    {
        var secret = "whsec_" + Convert.ToBase64String("a secret of thirty-two bytes !!!"u8);
        var session = (
            await _api.Post(
                "checkouts",
                """
                { "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }], "confirm": true,
                  "customer": { "customer_id": "cus_demo_ada" }, "minimal_address": true,
                  "billing_address": { "country": "US", "zipcode": "94107" } }
                """
            )
        ).Ok;
        await _api.Post("_emulator/webhooks", $$"""{ "url": "http://127.0.0.1:9/", "secret": "{{secret}}" }""");
        var endpoint = (
            await _api.Post(
                "webhooks",
                """{ "url": "http://127.0.0.1:9/a", "headers": { "X-Token": "token-of-the-receiver" } }"""
            )
        ).Ok.Text("id");
        var own = (await _api.Get($"webhooks/{endpoint}/secret")).Ok.Text("secret")!;
        await _browser.Submit($"{Root}/console/webhooks", ("url", "http://127.0.0.1:9/b"), ("secret", secret));
        await _browser.PayByCard(session.Text("checkout_url")!, TestCards.InsufficientFunds);
        await _emulator.DeliverWebhooksAsync(TestContext.Current.CancellationToken);

        var pages = new List<string>();
        foreach (
            var path in new[] { "", "/console/webhooks", "/console/state", "/console/payments" }.Concat(
                _emulator.WebhookDeliveries.Select(delivery => $"/console/deliveries/{delivery.Id}")
            )
        )
            pages.Add((await _browser.Open(Root + path)).Markup);
        foreach (var number in Matches("/_emulator/console/requests/([0-9]+)", pages[0]))
            pages.Add((await _browser.Open($"{Root}/console/requests/{number}")).Markup);

        Assert.True(pages.Count > 10);
        // The pages do show these requests.
        Assert.Contains(pages, page => page.Contains("9995", StringComparison.Ordinal));
        Assert.Contains(pages, page => page.Contains("X-Token", StringComparison.Ordinal));
        foreach (
            var hidden in new[]
            {
                secret,
                WebUtility.HtmlEncode(secret)[6..20],
                own,
                own[6..20],
                "key_test",
                "token-of-the-receiver",
                session.Text("client_secret")!,
                TestCards.InsufficientFunds,
                "card_cvc=123",
            }
        )
            Assert.All(pages, page => Assert.DoesNotContain(hidden, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_other_programs_send_is_never_markup()
    {
        _emulator.PutCustomer("cus_x", new JsonObject { ["name"] = "<script>alert(1)</script>" });
        _emulator.PutProduct("pdt_x", new JsonObject { ["name"] = "<img src=x>" });
        await _api.Get("payments/<script>?a='\"><script>");
        await _api.OneClick("cus_x", _emulator.SaveCard("cus_x", TestCards.Visa), "pdt_x");
        var payment = _emulator.Charges[0].PaymentId;

        foreach (
            var path in new[]
            {
                "",
                "?show='\"><script>",
                "?done='\"><script>",
                "/console/payments",
                $"/console/payments/{payment}",
                "/console/payments/%3Cscript%3E",
                "/console/customers",
                "/console/customers/cus_x",
                "/console/state",
            }
        )
        {
            var page = await _browser.Open(Root + path);
            Assert.DoesNotContain("<script>", page.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page.Markup, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_the_consoles_own_script_may_run_and_nobody_may_frame_it()
    {
        var page = await _browser.Open(Root);

        Assert.Contains("default-src 'none'; script-src 'self';", page.Policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", page.Policy, StringComparison.Ordinal);
        Assert.Single(Matches("(<script)", page.Markup));
        using var script = await _api.Http.GetAsync(
            new Uri(Root + "/console/console.js"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("clock", "by", "0 days")]
    [InlineData("clock", "by", "-5 minutes")]
    [InlineData("clock", "by", "99999 months")]
    [InlineData("clock", "by", "5 parsecs")]
    [InlineData("clock", "by", "")]
    [InlineData("faults", "kind", "nonsense")]
    [InlineData("webhooks", "url", "javascript:alert(1)")]
    [InlineData("customers/cus_demo_ada/cards", "test_card", "1")]
    [InlineData("payments/{payment}/refund", "amount", "49.001")]
    [InlineData("payments/{payment}/refund", "amount", "1000")]
    [InlineData("payments/{payment}/refund", "amount", "-1")]
    [InlineData("payments/{payment}/dispute", "amount", "many")]
    public async Task A_mistake_in_a_form_is_explained_and_changes_nothing(string path, string name, string value)
    {
        var payment = (await _api.OneClick()).Ok.Text("payment_id")!;
        var before = _emulator.GetState().ToJsonString();

        var page = await _browser.Submit(
            $"{Root}/console/{path.Replace("{payment}", payment, StringComparison.Ordinal)}",
            (name, value)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("role=\"alert\"", page.Markup, StringComparison.Ordinal);
        Assert.Equal(before, _emulator.GetState().ToJsonString());
    }

    [Theory]
    [InlineData("payments/pay_x/refund")]
    [InlineData("payments/pay_x/dispute")]
    [InlineData("disputes/dp_x")]
    [InlineData("subscriptions/sub_x/renew")]
    [InlineData("customers/cus_x/cards")]
    [InlineData("deliveries/msg_x/replay")]
    public async Task What_does_not_exist_is_not_found(string path) =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _browser.Submit($"{Root}/console/{path}", ("status", "won"), ("test_card", TestCards.Visa))).Status
        );

    [Fact]
    public async Task A_reset_empties_the_timeline_and_the_version_still_changes()
    {
        await _api.OneClick();
        var before = (await _api.Get("_emulator/console/version")).Ok.Number("version");

        await _browser.Submit($"{Root}/console/reset", ("seed", "empty"));

        var text = (await _browser.Open(Root)).Text;
        Assert.DoesNotContain("POST /checkouts", text, StringComparison.Ordinal);
        Assert.True((await _api.Get("_emulator/console/version")).Ok.Number("version") > before);
        Assert.Empty(_emulator.GetState()["customers"]!.AsArray());
    }

    [Fact]
    public async Task A_month_is_a_month_of_the_calendar()
    {
        _emulator.Clock.AdvanceTo(new DateTimeOffset(2026, 1, 31, 9, 0, 0, TimeSpan.Zero));

        await _browser.Submit($"{Root}/console/clock", ("by", "1 months"));

        Assert.Equal(new DateTimeOffset(2026, 2, 28, 9, 0, 0, TimeSpan.Zero), _emulator.Clock.GetUtcNow());
    }

    private async Task<Page> OpenRequest(string what)
    {
        var home = await _browser.Open(Root + "?show=requests");
        var number = Matches($"requests/([0-9]+)\"[^§]*?{Regex.Escape(what)}", home.Markup)[0];
        return await _browser.Open($"{Root}/console/requests/{number}");
    }

    private static string[] Matches(string pattern, string text) =>
        [
            .. Regex
                .Matches(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))
                .Select(match => match.Groups[1].Value),
        ];
}
