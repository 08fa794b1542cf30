using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Payments;

public sealed class PaymentReadTests : IDisposable
{
    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;

    public PaymentReadTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Lists_are_newest_first_in_zero_based_pages_of_ten()
    {
        var made = await Buy(12);

        Assert.Equal(made.Reverse().Take(10), (await _api.Get("payments")).Ids("payment_id"), StringComparer.Ordinal);
        Assert.Equal(
            made.Reverse().Skip(10),
            (await _api.Get("payments?page_number=1")).Ids("payment_id"),
            StringComparer.Ordinal
        );
        Assert.Equal(
            made.Reverse().Skip(5).Take(5),
            (await _api.Get("payments?page_number=1&page_size=5")).Ids("payment_id"),
            StringComparer.Ordinal
        );
        Assert.Empty((await _api.Get("payments?page_number=2")).Items);
        Assert.Empty((await _api.Get("payments?page_number=2147483647")).Items);
    }

    [Fact]
    public async Task A_page_never_holds_more_than_a_hundred()
    {
        await Buy(101);

        Assert.Equal(100, (await _api.Get("payments?page_size=500")).Items.Count);
    }

    [Fact]
    public async Task The_filters_narrow_the_list()
    {
        var course = (await _api.OneClick()).Ok.Text("payment_id")!;
        _emulator.Clock.Advance(TimeSpan.FromHours(1));
        var declined = (
            await _api.OneClick(DemoSeed.CustomerWithDecliningCard, DemoSeed.DecliningCard, DemoSeed.Ebook)
        ).Ok.Text("payment_id")!;
        _emulator.Clock.Advance(TimeSpan.FromHours(1));

        await Finds("customer_id=cus_demo_ada", course);
        await Finds("product_id=pdt_demo_ebook", declined);
        await Finds("status=failed", declined);
        await Finds("status=succeeded", course);
        await Finds("created_at_gte=2026-01-15T09:30:00Z", declined);
        await Finds("created_at_lte=2026-01-15T09:30:00%2B00:00", course);
        await Finds("created_at_gte=2026-01-15T10:00:00.000000Z", declined);
        await Finds("currency=USD", declined, course);
        await Finds("currency=EUR");
        await Finds("brand_id=bus_emulator", declined, course);
        await Finds("brand_id=bus_other");
        await Finds("subscription_id=sub_none");

        async Task Finds(string query, params string[] expected) =>
            Assert.Equal(expected, (await _api.Get($"payments?{query}")).Ids("payment_id"));
    }

    [Theory]
    [InlineData("status=paid")]
    [InlineData("currency=usd")]
    [InlineData("page_size=ten")]
    [InlineData("page_number=-1")]
    [InlineData("created_at_gte=yesterday")]
    [InlineData("created_at_gte=2026-01-15T09:00:00")]
    public async Task A_malformed_filter_is_refused(string query) =>
        (await _api.Get($"payments?{query}")).IsError(422, "INVALID_QUERY_PARAMS");

    [Fact]
    public async Task Rows_are_lighter_than_the_payment()
    {
        var id = (await _api.OneClick()).Ok.Text("payment_id")!;

        var row = (await _api.Get("payments")).Items[0]!.AsObject();
        var full = (await _api.Get($"payments/{id}")).Ok.AsObject();

        string[] onlyInFull =
        [
            "checkout_session_id",
            "error_code",
            "error_message",
            "payment_method_id",
            "retry_attempt",
            "is_update_payment_method",
            "product_cart",
            "billing",
            "refunds",
        ];
        Assert.All(onlyInFull, member => Assert.True(full.ContainsKey(member) && !row.ContainsKey(member), member));
        Assert.False(full.ContainsKey("dispute_status") || full.ContainsKey("has_license_key"));
        Assert.Equal("pdt_demo_course", full["product_cart"]![0].Text("product_id"));
        Assert.Equal("dodo", full.Text("payment_provider"));
    }

    [Fact]
    public async Task Line_items_name_what_can_be_refunded()
    {
        var id = (await _api.OneClick()).Ok.Text("payment_id")!;
        Assert.Equal(0, (await _api.Get($"payments/{id}/line-items")).Items[0].Number("refundable_amount"));
        await _api.FinalPayment(id);

        var items = (await _api.Get($"payments/{id}/line-items")).Ok;
        Assert.Equal("USD", items.Text("currency"));
        var line = Assert.Single(items["items"]!.AsArray())!;
        Assert.Equal("pdt_demo_course", line.Text("items_id"));
        Assert.Equal(4900, line.Number("amount"));
        Assert.Equal(4900, line.Number("refundable_amount"));
    }

    [Fact]
    public async Task An_invoice_is_a_pdf_that_needs_no_key_and_exists_once_paid()
    {
        var id = (await _api.OneClick()).Ok.Text("payment_id")!;
        (await _api.Get($"invoices/payments/{id}")).IsError(404, "NOT_FOUND");
        var payment = await _api.FinalPayment(id);
        _api.Http.DefaultRequestHeaders.Authorization = null;

        using var response = await _api.Http.GetAsync(
            new Uri(payment.Text("invoice_url")!),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        var pdf = Encoding.ASCII.GetString(
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
        Assert.StartsWith("%PDF-1.", pdf, StringComparison.Ordinal);
        var start = int.Parse(
            pdf.Split("startxref\n")[1].Split('\n')[0],
            System.Globalization.CultureInfo.InvariantCulture
        );
        Assert.StartsWith("xref", pdf[start..], StringComparison.Ordinal);
        Assert.Contains("Total 4900 USD", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("payments/pay_none")]
    [InlineData("payments/pay_none/line-items")]
    [InlineData("invoices/payments/pay_none")]
    public async Task An_unknown_payment_is_not_found(string path) => (await _api.Get(path)).IsError(404, "NOT_FOUND");

    private async Task<string[]> Buy(int count)
    {
        var ids = new string[count];
        for (var index = 0; index < count; index++)
            ids[index] = (await _api.OneClick()).Ok.Text("payment_id")!;
        return ids;
    }
}
