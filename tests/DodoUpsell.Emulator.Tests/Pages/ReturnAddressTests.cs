using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Pages;

/// <summary>Where customers are sent when they have paid or do not want to.</summary>
public sealed class ReturnAddressTests : IDisposable
{
    private const string Cart = """ "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }] """;

    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;

    public ReturnAddressTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData(
        "https://bücher.example:8443/danke schön/ß?größe=ü&x=%2F#straße",
        "https://xn--bcher-kva.example:8443/danke%20sch%C3%B6n/%C3%9F?gr%C3%B6%C3%9Fe=%C3%BC&x=%2F&",
        "#stra%C3%9Fe"
    )]
    [InlineData("https://日本.例え", "https://xn--wgv71a.xn--r8jz45g/?", "")]
    [InlineData("http://shop.example/😀", "http://shop.example/%F0%9F%98%80?", "")]
    [InlineData("http://[::1]:8080/a\r\nX: b", "http://[::1]:8080/a%0D%0AX:%20b?", "")]
    public async Task A_redirect_is_written_in_ascii_whatever_letters_the_address_has(
        string address,
        string start,
        string end
    )
    {
        await using var server = await _emulator.StartServerAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        using var browser = new Browser(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            }
        );
        using var api = new ApiCaller(new SocketsHttpHandler(), server.BaseAddress);
        var body = JsonNode.Parse($"{{ {Cart} }}")!.AsObject();
        body["return_url"] = address;
        var url = (await api.Post("checkouts", body.ToJsonString())).Ok.Text("checkout_url")!;

        var page = await browser.PayByCard(
            url,
            TestCards.Visa,
            ("email", "a@b.example"),
            ("name", "A"),
            ("country", "US")
        );

        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        Assert.StartsWith(start, page.Location!.OriginalString, StringComparison.Ordinal);
        Assert.EndsWith(
            "status=succeeded&email=a%40b.example" + end,
            page.Location.OriginalString,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Links_back_are_written_in_ascii_as_well()
    {
        using var browser = new Browser(_emulator.CreateHandler());
        var url = (
            await _api.Post("checkouts", $$"""{ {{Cart}}, "cancel_url": "https://bücher.example/ä" }""")
        ).Ok.Text("checkout_url")!;
        var portal = (
            await _api.Post(
                "customers/cus_demo_ada/customer-portal/session?return_url=https%3A%2F%2Fb%C3%BCcher.example%2F%C3%A4",
                ""
            )
        ).Ok.Text("link")!;

        foreach (var address in new[] { url, portal })
            Assert.Contains(
                "href=\"https://xn--bcher-kva.example/%C3%A4\"",
                (await browser.Open(address)).Markup,
                StringComparison.Ordinal
            );
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)//https://shop.example")]
    [InlineData("data:text/html,hello")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("shop://thanks")]
    [InlineData("//shop.example/thanks")]
    [InlineData("/thanks")]
    [InlineData("thanks")]
    [InlineData("")]
    [InlineData("https://")]
    [InlineData("https://a‍b.example/")]
    public async Task An_address_that_is_no_page_is_refused_when_it_is_given(string address)
    {
        var text = JsonValue.Create(address).ToJsonString();
        var customer = """ "customer": { "customer_id": "cus_demo_ada" }, "billing": { "country": "US" } """;

        (await _api.Post("checkouts", $$"""{ {{Cart}}, "return_url": {{text}} }""")).IsInvalidField("return_url");
        (await _api.Post("checkouts", $$"""{ {{Cart}}, "cancel_url": {{text}} }""")).IsInvalidField("cancel_url");
        (await _api.Post("payments", $$"""{ {{Cart}}, {{customer}}, "return_url": {{text}} }""")).IsInvalidField(
            "return_url"
        );
        (
            await _api.Post(
                "subscriptions",
                $$"""{ "product_id": "pdt_demo_basic", "quantity": 1, {{customer}}, "return_url": {{text}} }"""
            )
        ).IsInvalidField("return_url");
        (
            await _api.Post(
                "subscriptions/sub_demo_basic/update-payment-method",
                $$"""{ "type": "new", "return_url": {{text}} }"""
            )
        ).IsInvalidField("return_url");
        (
            await _api.Post(
                $"customers/cus_demo_ada/customer-portal/session?return_url={Uri.EscapeDataString(address)}",
                ""
            )
        ).IsError(422, "INVALID_QUERY_PARAMS");
        Assert.Empty(_emulator.GetState()["checkout_sessions"]!.AsArray());
        Assert.Empty(_emulator.GetState()["payments"]!.AsArray());
    }
}
