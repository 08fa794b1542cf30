using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging;

/// <summary>Bad input is refused clearly, charges nothing, and leaves no claim behind.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(" order")]
    [InlineData("order\n1")]
    public void A_blank_or_padded_key_is_not_a_key(string text) =>
        Assert.Throws<ArgumentException>(() => new ChargeKey(text));

    [Fact]
    public void A_key_has_a_length()
    {
        Assert.Equal(200, new ChargeKey(new string('k', 200)).Value.Length);
        Assert.Contains(
            "200",
            Assert.Throws<ArgumentException>(() => new ChargeKey(new string('k', 201))).Message,
            StringComparison.Ordinal
        );
    }

    public static TheoryData<string, UpsellRequest> Wrong() =>
        new()
        {
            { "Key", Shop.Ebook() with { Key = default } },
            { "CustomerId", Shop.Ebook() with { CustomerId = " " } },
            { "Items", Shop.Ebook() with { Items = [] } },
            { "Items[0].Quantity", Shop.Ebook() with { Items = [new() { ProductId = DemoSeed.Ebook, Quantity = 0 }] } },
            {
                "Items[0].Quantity",
                Shop.Ebook() with
                {
                    Items = [new() { ProductId = DemoSeed.Ebook, Quantity = -1 }],
                }
            },
            { "Items[0].ProductId", Shop.Ebook() with { Items = [new() { ProductId = "", Quantity = 1 }] } },
            { "PriceShown", Shop.Ebook() with { PriceShown = new Money(-1, Currency.USD) } },
            { "PriceShown.Currency", Shop.Ebook() with { PriceShown = new Money(1, default) } },
            { "PaymentMethodId", Shop.Ebook() with { PaymentMethodId = "" } },
            { "ReturnUrl", Shop.Ebook() with { ReturnUrl = "thanks.html" } },
            { "Metadata", Shop.Ebook() with { Metadata = new() { ["dodoupsell_key"] = "mine" } } },
            {
                "Metadata",
                Shop.Ebook() with
                {
                    Metadata = new(
                        Enumerable.Range(0, 49).Select(i => KeyValuePair.Create($"k{i}", (MetadataValue)"v"))
                    ),
                }
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_request_names_what_is_wrong_and_sends_nothing(string name, UpsellRequest request)
    {
        var shop = new Shop();

        var wrong = await Assert.ThrowsAnyAsync<ArgumentException>(() => shop.Upsells.ChargeAsync(request));

        Assert.Contains(name, wrong.Message, StringComparison.Ordinal);
        Assert.Empty(shop.Requests);
        Assert.Null(await shop.Ledger.FindAsync(DodoEnvironment.Test, "order-1"));
    }

    [Theory]
    [InlineData("customer", ChargeRefusalReason.UnknownCustomer)]
    [InlineData("product", ChargeRefusalReason.UnknownProduct)]
    [InlineData("method", ChargeRefusalReason.UnknownPaymentMethod)]
    [InlineData("method of another", ChargeRefusalReason.UnknownPaymentMethod)]
    public async Task What_does_not_exist_is_refused_by_name_and_the_key_stays_free(
        string what,
        ChargeRefusalReason reason
    )
    {
        var shop = new Shop();
        var request = what switch
        {
            "customer" => Shop.Ebook(customerId: "cus_nobody"),
            "product" => Shop.Ebook() with { Items = [new() { ProductId = "pdt_nothing", Quantity = 1 }] },
            "method" => Shop.Ebook() with { PaymentMethodId = "pm_nothing" },
            _ => Shop.Ebook() with { PaymentMethodId = DemoSeed.DecliningCard },
        };

        var refused = Assert.IsType<ChargeOutcome.Refused>(await shop.Upsells.ChargeAsync(request));

        Assert.Equal(reason, refused.Refusal.Reason);
        Assert.NotEmpty(refused.Refusal.Explanation);
        Assert.Null(refused.CheckoutUrl);
        Assert.Empty(shop.ChargingRequests);

        // No claim is left behind: the corrected request is charged under the same key.
        Assert.IsType<ChargeOutcome.Succeeded>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
    }

    [Fact]
    public async Task An_api_that_cannot_be_reached_leaves_the_key_free()
    {
        var shop = new Shop();
        shop.Break(EmulatedFaultKind.DropBefore, "/customers/{}/payment-methods", times: 100, method: "GET");

        await Assert.ThrowsAnyAsync<DodoException>(() => shop.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.Equal(ChargeState.NotCharged, (await shop.RecordAsync()).State);

        shop.Emulator.ClearFaults();
        Assert.IsType<ChargeOutcome.Succeeded>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
    }
}
