using System.Net;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

/// <summary>
/// A success that does not carry its list was read as an empty list: no payments, so nothing was charged.
/// </summary>
public sealed class MissingListTests
{
    private static readonly Dictionary<string, Func<IDodoClient, Task>> Lists = new(StringComparer.Ordinal)
    {
        ["payments"] = dodo => FirstAsync(dodo.Payments.ListAsync()),
        ["line items"] = dodo => dodo.Payments.ListLineItemsAsync("pay_1"),
        ["subscriptions"] = dodo => FirstAsync(dodo.Subscriptions.ListAsync()),
        ["usage history"] = dodo => FirstAsync(dodo.Subscriptions.ListUsageHistoryAsync("sub_1")),
        ["credit usage"] = dodo => dodo.Subscriptions.GetCreditUsageAsync("sub_1"),
        ["customers"] = dodo => FirstAsync(dodo.Customers.ListAsync()),
        ["saved methods"] = dodo => dodo.Customers.ListPaymentMethodsAsync("cus_1"),
        ["credit entitlements"] = dodo => dodo.Customers.ListCreditEntitlementsAsync("cus_1"),
        ["entitlements"] = dodo => dodo.Customers.ListEntitlementsAsync("cus_1"),
        ["entitlement grants"] = dodo => FirstAsync(dodo.Customers.ListEntitlementGrantsAsync("cus_1")),
        ["wallets"] = dodo => dodo.Customers.ListWalletsAsync("cus_1"),
        ["wallet ledger entries"] = dodo => FirstAsync(dodo.Customers.ListWalletLedgerEntriesAsync("cus_1")),
        ["products"] = dodo => FirstAsync(dodo.Products.ListAsync()),
        ["add-ons"] = dodo => FirstAsync(dodo.Addons.ListAsync()),
        ["discounts"] = dodo => FirstAsync(dodo.Discounts.ListAsync()),
        ["refunds"] = dodo => FirstAsync(dodo.Refunds.ListAsync()),
    };

    private static readonly string[] WithoutItems =
    [
        """{"subscription_id":"sub_1"}""",
        """{"subscription_id":"sub_1","items":null}""",
        """{"subscription_id":"sub_1","data":[]}""",
        """{"subscription_id":"sub_1","code":"NOT_FOUND","message":"No such customer"}""",
    ];

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var list in Lists.Keys)
        {
            foreach (var body in WithoutItems)
                cases.Add(list, body);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_success_without_its_list_is_an_unreadable_answer(string list, string body)
    {
        using var dodo = Client(body);

        var e = await Assert.ThrowsAsync<DodoApiException>(() => Lists[list](dodo));

        Assert.Equal(HttpStatusCode.OK, e.StatusCode);
        Assert.Contains("cannot be read: the member 'items' is missing or null", e.Message, StringComparison.Ordinal);
        Assert.Equal(body, e.ResponseBody);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"data":null,"done":true}""")]
    [InlineData("""{"items":[],"done":true}""")]
    [InlineData("""{"code":"NOT_FOUND","message":"x"}""")]
    public async Task A_page_of_a_cursor_list_without_its_list_is_an_unreadable_answer(string body)
    {
        using var dodo = Client(body);

        var e = await Assert.ThrowsAsync<DodoApiException>(() => FirstAsync(dodo.WebhookEndpoints.ListAsync()));

        Assert.Contains("cannot be read: the member 'data' is missing or null", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_there_and_empty_is_empty()
    {
        using var dodo = Client("""{"items":[],"data":[],"done":true}""");

        Assert.Empty((await dodo.Customers.ListPaymentMethodsAsync("cus_1")).Items);
        Assert.Empty((await dodo.Customers.ListWalletsAsync("cus_1")).Items);
        await FirstAsync(dodo.Payments.ListAsync());
        await FirstAsync(dodo.WebhookEndpoints.ListAsync());
    }

    [Fact]
    public void A_list_made_by_hand_for_a_substitute_is_empty_until_it_is_filled()
    {
        Assert.Empty(new ListResponse<SavedPaymentMethod>().Items);
        Assert.Single(new ListResponse<string> { Items = ["a"] }.Items);
        Assert.Empty(new CustomerWallets().Items);
        Assert.Empty(new PaymentLineItems().Items);
        Assert.Empty(new SubscriptionCreditUsage { SubscriptionId = "sub_1" }.Items);
    }

    private static DodoClient Client(string body) =>
        The.ClientOf(new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, body)), new ManualTimeProvider());

    private static async Task FirstAsync<T>(IAsyncEnumerable<T> list)
    {
        await foreach (var item in list)
            Assert.Fail($"The list has {item}.");
    }
}
