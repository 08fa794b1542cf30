using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Wire;

/// <summary>Requests with the headers that browsers give them, one sign at a time.</summary>
public sealed class OtherSitesTests : IAsyncLifetime
{
    private readonly DodoEmulator _emulator = new(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private DodoEmulatorServer _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await _emulator.StartServerAsync(cancellationToken: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("evil.test")]
    [InlineData("evil.test:4010")]
    [InlineData("127.0.0.1.evil.test")]
    [InlineData("localhost.evil.test")]
    [InlineData("evillocalhost")]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("[::2]")]
    public async Task A_host_that_is_not_this_machine_is_refused_everywhere(string host)
    {
        var before = _emulator.GetState().ToJsonString();

        foreach (
            (var method, var path) in new[]
            {
                ("GET", "_emulator/state"),
                ("GET", "_emulator"),
                ("GET", "_emulator/console/payments"),
                ("GET", "_emulator/console/console.js"),
                ("POST", "_emulator/console/clock"),
                ("POST", "_emulator/reset"),
                ("GET", "webhooks"),
                ("POST", "customers"),
                ("GET", "session/cks_x"),
                ("GET", "nowhere"),
            }
        )
        {
            var answer = await Send(method, path, ("Host", host), ("Authorization", "Bearer any"));

            answer.IsError(403, "FORBIDDEN");
            Assert.Contains("--allow-host", answer.Body.Text("message"), StringComparison.Ordinal);
        }

        Assert.Equal(before, _emulator.GetState().ToJsonString());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:4010")]
    [InlineData("shop.localhost:4010")]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10:1")]
    [InlineData("[::1]:4010")]
    public async Task Every_name_of_this_machine_is_answered_and_is_where_the_pages_are(string host)
    {
        var answer = await Send(
            "POST",
            "checkouts",
            ("Host", host),
            ("Authorization", "Bearer any"),
            ("Body", """{ "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }] }""")
        );

        Assert.StartsWith(
            $"http://{host}/session/",
            answer.Ok.Text("checkout_url"),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.NotNull((await Send("GET", "_emulator/state", ("Host", host))).Ok["clock"]);
    }

    [Theory]
    [InlineData("Origin", "https://evil.test")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task The_control_api_is_closed_to_pages_of_other_sites(string header, string value)
    {
        var before = _emulator.GetState().ToJsonString();

        foreach (
            (var method, var path, var body) in new[]
            {
                ("GET", "_emulator/state", null),
                ("GET", "_emulator", null),
                ("GET", "_emulator/console/state", null),
                ("GET", "_emulator/console/version", null),
                ("POST", "_emulator/console/clock", "by=1+days"),
                ("POST", "_emulator/console/reset", "seed=empty"),
                ("POST", "_emulator/console/faults", "kind=status&times=1"),
                ("POST", "_emulator/console/webhooks", "url=https%3A%2F%2Fevil.test"),
                ("POST", "_emulator/console/subscriptions/sub_demo_basic/renew", ""),
                ("POST", "_emulator/console/customers/cus_demo_ada/cards", "test_card=4242424242424242"),
                ("POST", "_emulator/reset", """{ "seed": "empty" }"""),
                ("OPTIONS", "_emulator/reset", null),
                ("GET", "%5Femulator/state", null),
                ("POST", "_emulator/webhooks", """{ "url": "https://evil.test/" }"""),
            }
        )
        {
            var answer = await Send(
                method,
                path,
                [
                    (header, value),
                    ("Authorization", "Bearer any"),
                    .. body is null ? Array.Empty<(string, string)>() : [("Body", body)],
                ]
            );

            answer.IsError(403, "FORBIDDEN");
            Assert.Contains("another site", answer.Body.Text("message"), StringComparison.Ordinal);
        }

        Assert.Equal(before, _emulator.GetState().ToJsonString());
    }

    [Fact]
    public async Task A_form_of_another_site_pays_nothing_and_one_of_the_page_itself_does()
    {
        using var api = new ApiCaller(new SocketsHttpHandler(), _server.BaseAddress);
        var page = new Uri(
            (
                await api.Post(
                    "checkouts",
                    """{ "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }] }"""
                )
            ).Ok.Text("checkout_url")!
        ).PathAndQuery;
        const string form =
            "email=a%40b.example&name=A&country=US&card_number=4242424242424242&card_expiry=06%2F32&card_cvc=123";

        (await Send("POST", page, ("Origin", "https://evil.test"), ("Body", form))).IsError(403, "FORBIDDEN");
        (
            await Send("POST", page, ("Sec-Fetch-Site", "cross-site"), ("Authorization", "Basic YTpi"), ("Body", form))
        ).IsError(403, "FORBIDDEN");
        Assert.Empty(_emulator.Charges);

        var own = _server.BaseAddress.GetLeftPart(UriPartial.Authority);
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await Send("POST", page, ("Origin", own), ("Sec-Fetch-Site", "same-origin"), ("Body", form))).Status
        );
        Assert.Single(_emulator.Charges);
    }

    [Fact]
    public async Task What_carries_a_key_is_no_forgery()
    {
        var answer = await Send(
            "POST",
            "customers",
            ("Origin", "https://shop.example"),
            ("Authorization", "Bearer any"),
            ("Body", """{ "email": "a@b.example", "name": "A" }""")
        );

        Assert.NotNull(answer.Ok.Text("customer_id"));
    }

    [Fact]
    public async Task A_refused_request_uses_up_no_fault()
    {
        _emulator.AddFault(new EmulatedFault(EmulatedFaultKind.Status) { Times = 1 });

        await Send("GET", "payments", ("Host", "evil.test"), ("Authorization", "Bearer any"));

        Assert.Equal(503, (int)(await Send("GET", "payments", ("Authorization", "Bearer any"))).Status);
    }

    private async Task<Answer> Send(string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_server.BaseAddress, path));
        foreach ((var name, var value) in headers)
        {
            if (name is "Body")
                request.Content = new StringContent(value, Encoding.UTF8, "text/plain");
            else
                request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, body.StartsWith('{') ? JsonNode.Parse(body) : null);
    }
}
