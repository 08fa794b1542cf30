using DodoUpsell.Emulator;
using DodoUpsell.TestKit;
using DodoUpsell.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace DodoUpsell.Tests.Snippets;

/// <summary>The code about charging in the README and in docs/charging.md.</summary>
[Collection(nameof(OneConsole))]
public sealed class ChargingSnippets
{
    private readonly Shop _shop = new();

    public ChargingSnippets()
    {
        _shop.Emulator.PutCustomer("cus_…");
        _shop.Emulator.PutProduct("pdt_…");
        _shop.Emulator.PutProduct("pdt_ebook");
        _shop.Emulator.SaveCard("cus_…", TestCards.Visa);
    }

    [Fact]
    public async Task Clock()
    {
        using var console = new ConsoleOutput();
        var node = new Node(_shop.Emulator, ahead: TimeSpan.FromMinutes(10));
        await node.Dodo.Products.GetAsync(DemoSeed.Ebook);
        var dodo = node.Dodo;

        #region clock
        var clock = dodo.Clock;
        if (!clock.IsTrusted)
            Console.WriteLine($"This node's clock is {clock.Difference} ahead of the API's. It claims no charges.");
        #endregion

        Assert.StartsWith("This node's clock is 00:09:59", console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Substitute_flow()
    {
        #region substitute-flow
        var upsells = Substitute.For<IUpsellFlow>();
        var paid = new ChargeOutcome.Succeeded
        {
            Key = "order-4711-upsell",
            PaymentId = "pay_1",
            Charged = new Money(1900, Currency.USD),
            CustomerMessage = "Thank you.",
        };
        upsells.ChargeAsync(Arg.Any<UpsellRequest>(), Arg.Any<CancellationToken>()).Returns(paid);
        #endregion

        Assert.IsType<ChargeOutcome.Succeeded>(await upsells.ChargeAsync(Shop.Ebook()));
    }

    [Fact]
    public async Task One_click()
    {
        using var console = new ConsoleOutput();
        var dodo = _shop.Dodo;
        var orderId = 4711;

        #region one-click
        var upsells = new UpsellFlow(dodo, new InMemoryChargeLedger());

        var request = new UpsellRequest
        {
            Key = $"order-{orderId}-upsell", // at most one charge for this key, however often the customer clicks
            CustomerId = "cus_…",
            Items = [new() { ProductId = "pdt_…", Quantity = 1 }],
        };
        var outcome = await upsells.ChargeAsync(request);

        Console.WriteLine(
            outcome switch
            {
                ChargeOutcome.Succeeded paid => $"Paid {paid.Charged}: deliver the product",
                ChargeOutcome.ActionRequired step => $"3-D Secure: send the customer to {step.Url}",
                ChargeOutcome.CheckoutRequired page => $"No usable card: send the customer to {page.CheckoutUrl}",
                ChargeOutcome.Declined declined => $"{declined.CustomerMessage} {declined.CheckoutUrl}",
                _ => outcome.CustomerMessage, // pending, unknown or refused: deliver nothing
            }
        );
        #endregion

        Assert.StartsWith("Paid ", console.Text, StringComparison.Ordinal);
        Assert.Single(_shop.Emulator.Charges);
    }

    [Fact]
    public async Task Cross_sell()
    {
        var (dodo, ledger) = (_shop.Dodo, _shop.Ledger);
        var cartId = 12;

        #region cross-sell
        var crossSells = new CrossSellFlow(dodo, ledger);

        var request = new CrossSellRequest
        {
            Key = $"cart-{cartId}-ebook",
            CustomerId = "cus_…",
            Items = [new() { ProductId = "pdt_ebook", Quantity = 2 }],
            BillingAddress = new() { Country = CountryCode.US }, // optional: default is that of the last payment
            PriceShown = new Money(3800, Currency.USD), // the charge is never higher than this
        };
        var outcome = await crossSells.ChargeAsync(request);
        #endregion

        Assert.True(outcome is ChargeOutcome.Succeeded or ChargeOutcome.Refused);
        Assert.True(_shop.Emulator.Charges.Sum(charge => charge.Amount) <= 3800);
    }

    [Fact]
    public async Task Show_the_method()
    {
        using var console = new ConsoleOutput();
        var upsells = _shop.Upsells;

        #region show-method
        var choice = await upsells.ChooseMethodAsync("cus_…");
        Console.WriteLine(choice.Chosen is { } card ? $"Pay with {card.Label}" : $"No usable card: {choice.WhyNone}");
        #endregion

        Assert.Equal("Pay with Visa •••• 4242", console.Text);
    }

    [Fact]
    public async Task Reconcile()
    {
        var reconciler = _shop.Reconciler;
        await _shop.Upsells.ChargeAsync(Shop.Ebook("order-4711-upsell"));

        #region reconcile
        var report = await reconciler.RunAsync(); // checks every charge that is due
        var outcome = await reconciler.ReconcileAsync("order-4711-upsell"); // checks one charge now
        #endregion

        Assert.Equal(0, report.Failed);
        Assert.IsType<ChargeOutcome.Succeeded>(outcome);
    }

    [Fact]
    public void Messages()
    {
        var services = new ServiceCollection();

        Assert.SkipUnless(Cultures.HaveData, Cultures.NoData);
        #region messages
        services.AddSingleton<ChargeMessages, GermanMessages>();
        #endregion

        Assert.Equal(
            "Danke, bezahlt.",
            services
                .BuildServiceProvider()
                .GetRequiredService<ChargeMessages>()
                .Text(ChargeMessage.Succeeded, new System.Globalization.CultureInfo("de-AT"))
        );
    }

    #region german-messages
    private sealed class GermanMessages : ChargeMessages
    {
        protected override string? Translate(ChargeMessage message, System.Globalization.CultureInfo culture) =>
            (culture.TwoLetterISOLanguageName, message) switch
            {
                ("de", ChargeMessage.Succeeded) => "Danke, bezahlt.",
                ("de", ChargeMessage.Declined) =>
                    "Die Zahlung hat nicht geklappt, und nichts wurde abgebucht. Bitte nehmen Sie eine andere Karte.",
                _ => null, // English
            };
    }
    #endregion
}
