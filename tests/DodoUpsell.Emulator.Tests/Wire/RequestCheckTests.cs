using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.Emulator.Tests.Wire;

public sealed class RequestCheckTests : IDisposable
{
    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;

    public RequestCheckTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("payments/pay_none")]
    [InlineData("nowhere")]
    public async Task The_key_is_checked_before_anything_else(string path)
    {
        _api.Http.DefaultRequestHeaders.Authorization = null;
        (await _api.Get(path)).IsError(401, "UNAUTHORIZED");

        _api.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "key");
        (await _api.Get(path)).IsError(401, "UNAUTHORIZED");
    }

    [Fact]
    public async Task A_key_given_by_option_is_the_only_one_accepted()
    {
        using var api = new ApiCaller(new DodoEmulator(new DodoEmulatorOptions { ApiKey = "key_right" }));
        (await api.Get("products")).IsError(401, "UNAUTHORIZED");

        api.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "key_right");
        _ = (await api.Get("products")).Ok;
    }

    [Fact]
    public async Task Supported_countries_need_no_key()
    {
        _api.Http.DefaultRequestHeaders.Authorization = null;

        var countries = (await _api.Get("checkout/supported_countries")).Ok.AsArray();
        Assert.Contains("US", countries.Select(country => country!.GetValue<string>()), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("GET", "nowhere")]
    [InlineData("PUT", "payments")]
    [InlineData("GET", "payments/")]
    [InlineData("GET", "_emulator/nowhere")]
    public async Task An_unknown_route_is_not_found(string method, string path) =>
        (await _api.Send(new HttpMethod(method), path)).IsError(404, "NOT_FOUND");

    [Fact]
    public async Task Every_operation_that_the_SDK_knows_has_a_route()
    {
        var missing = new List<string>();
        foreach (var operation in DodoContract.All)
        {
            var path = Regex.Replace(
                operation.Path.TrimStart('/'),
                @"\{\w+\}",
                "none",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            );
            using var request = new HttpRequestMessage(new HttpMethod(operation.HttpMethod), path);
            using var response = await _api.Http.SendAsync(request, TestContext.Current.CancellationToken);
            var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (answer.Contains("the requested route", StringComparison.Ordinal))
                missing.Add(operation.Name);
        }

        Assert.Empty(missing);
        Assert.Equal(54, DodoContract.All.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{ "product_cart": [], "product_cart": [] }""")]
    [InlineData("""{ "return_url": "\ud800" }""")]
    public async Task A_body_that_is_not_a_json_object_is_refused(string body) =>
        (await _api.Post("checkouts", body)).IsError(422, "INVALID_REQUEST_BODY");

    [Theory]
    [InlineData("{}", "product_cart")]
    [InlineData("""{ "product_cart": null }""", "product_cart")]
    [InlineData("""{ "product_cart": {} }""", "product_cart")]
    [InlineData("""{ "product_cart": [null] }""", "product_cart[0]")]
    [InlineData("""{ "product_cart": [{ "quantity": 1 }] }""", "product_cart[0].product_id")]
    [InlineData("""{ "product_cart": [{ "product_id": "p", "quantity": 1.5 }] }""", "product_cart[0].quantity")]
    [InlineData("""{ "product_cart": [{ "product_id": "p", "quantity": 1e99 }] }""", "product_cart[0].quantity")]
    [InlineData("""{ "product_cart": [{ "product_id": "p", "quantity": "1" }] }""", "product_cart[0].quantity")]
    [InlineData(
        """{ "product_cart": [{ "product_id": "p", "quantity": 1, "addons": [{ "quantity": 1 }] }] }""",
        "product_cart[0].addons[0].addon_id"
    )]
    [InlineData("""{ "product_cart": [], "confirm": null }""", "confirm")]
    [InlineData("""{ "product_cart": [], "confirm": "true" }""", "confirm")]
    [InlineData("""{ "product_cart": [], "billing_currency": "XXX" }""", "billing_currency")]
    [InlineData("""{ "product_cart": [], "customer": "cus_1" }""", "customer")]
    [InlineData("""{ "product_cart": [], "customer": { "customer_id": 1 } }""", "customer.customer_id")]
    [InlineData("""{ "product_cart": [], "billing_address": { "city": "B" } }""", "billing_address.country")]
    [InlineData("""{ "product_cart": [], "feature_flags": { "single_page": 1 } }""", "feature_flags.single_page")]
    [InlineData("""{ "product_cart": [], "feature_flags": null }""", "feature_flags")]
    [InlineData("""{ "product_cart": [], "customization": { "theme": "blue" } }""", "customization.theme")]
    [InlineData(
        """{ "product_cart": [], "subscription_data": { "trial_period_days": 10001 } }""",
        "subscription_data.trial_period_days"
    )]
    [InlineData(
        """{ "product_cart": [], "allowed_payment_method_types": ["cash"] }""",
        "allowed_payment_method_types[0]"
    )]
    [InlineData(
        """{ "product_cart": [], "allowed_payment_method_types": ["credit", "credit"] }""",
        "allowed_payment_method_types"
    )]
    [InlineData(
        """{ "product_cart": [], "custom_fields": [{ "key": "k", "label": "l" }] }""",
        "custom_fields[0].field_type"
    )]
    [InlineData("""{ "product_cart": [], "metadata": { "n": 1e999 } }""", "metadata.n")]
    public async Task A_body_outside_the_schema_is_refused_with_the_name_of_the_field(string body, string field) =>
        (await _api.Post("checkouts", body)).IsInvalidField(field);

    [Fact]
    public async Task An_id_is_one_segment_whatever_it_contains()
    {
        _emulator.PutCustomer("a/b c?d");

        Assert.Equal("a/b c?d", (await _api.Get("customers/a%2Fb%20c%3Fd")).Ok.Text("customer_id"));
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _api.Http.PostAsync("checkouts", content: null, cancelled.Token)
        );
    }

    [Fact]
    public async Task Charges_from_many_threads_are_all_counted_once()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => Task.Run(() => _api.OneClick(), TestContext.Current.CancellationToken))
        );
        _emulator.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(
            200,
            _emulator.Charges.Select(charge => charge.PaymentId).Distinct(StringComparer.Ordinal).Count()
        );
    }

    [Fact]
    public async Task The_same_calls_give_the_same_ids()
    {
        using var other = new ApiCaller(new DodoEmulator());
        using var reseeded = new ApiCaller(new DodoEmulator(new DodoEmulatorOptions { IdSeed = 2 }));
        var expected = (await _api.OneClick()).Ok.ToJsonString();

        Assert.Equal(expected, (await other.OneClick()).Ok.ToJsonString());
        Assert.NotEqual(expected, (await reseeded.OneClick()).Ok.ToJsonString(), StringComparer.Ordinal);
    }

    [Fact]
    public void A_synchronous_send_works_as_well()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "products/pdt_demo_course");

        using var response = _api.Http.Send(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
