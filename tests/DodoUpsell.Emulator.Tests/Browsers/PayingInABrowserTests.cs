using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Browsers;

/// <summary>The addresses that the API answers with, opened by a person.</summary>
public sealed class PayingInABrowserTests
{
    private const string FillIn = """
        const values = {
            email: 'new@example.com', name: 'New Buyer', country: 'US',
            card_number: '4000 0000 0000 3220', card_expiry: '06/32', card_cvc: '123',
        };
        for (const [name, value] of Object.entries(values))
            if (document.getElementById(name)) document.getElementById(name).value = value;
        document.querySelector('button[type=submit]').click();
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task A_checkout_is_paid_approved_and_left_for_a_shop_with_letters_of_its_own(string host)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var shop = await Site.StartAsync();
        var emulator = new DodoEmulator();
        await using var server = await emulator.StartServerAsync(cancellationToken: Cancellation);
        using var api = new ApiCaller(new SocketsHttpHandler(), new UriBuilder(server.BaseAddress) { Host = host }.Uri);
        var address = (
            await api.Post(
                "checkouts",
                $$"""
                { "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }],
                  "return_url": "http://bücher.test:{{shop.Port}}/danke schön?größe=ü" }
                """
            )
        ).Ok.Text("checkout_url")!;

        await chromium.Open(address);
        await chromium.Follow(FillIn);
        Assert.Contains("Your bank asks you to confirm", await chromium.Text(), StringComparison.Ordinal);
        await chromium.Follow("document.querySelector('button[value=approve]').click();");

        var end = await chromium.Address();
        Assert.StartsWith(
            $"http://xn--bcher-kva.test:{shop.Port}/danke%20sch%C3%B6n?gr%C3%B6%C3%9Fe=%C3%BC&payment_id=",
            end.OriginalString,
            StringComparison.Ordinal
        );
        Assert.Contains("status=succeeded", end.Query, StringComparison.Ordinal);
        Assert.Equal(4900, Assert.Single(emulator.Charges).Amount);
    }

    [Fact]
    public async Task The_payment_link_and_the_portal_link_of_what_was_there_from_the_start_open()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var server = await new DodoEmulator().StartServerAsync(cancellationToken: Cancellation);
        using var api = new ApiCaller(new SocketsHttpHandler(), server.BaseAddress);

        var update = (await api.Post("subscriptions/sub_demo_basic/update-payment-method", """{ "type": "new" }""")).Ok;
        await chromium.Open(update.Text("payment_link")!);
        Assert.Contains("Card number", await chromium.Text(), StringComparison.Ordinal);

        var portal = (await api.Post("customers/cus_demo_ada/customer-portal/session", "")).Ok;
        await chromium.Open(portal.Text("link")!);
        Assert.Contains("Signed in as", await chromium.Text(), StringComparison.Ordinal);
    }
}
