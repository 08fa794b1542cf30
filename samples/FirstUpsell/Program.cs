#region first-upsell
using DodoUpsell;
using DodoUpsell.Emulator;

// The emulator takes the place of the API, so this needs no account and charges no real money.
var emulator = new DodoEmulator();
using var http = new HttpClient(emulator.CreateHandler());
var options = new DodoUpsellOptions { ApiKey = "any", Environment = DodoEnvironment.Test };
using var dodo = new DodoClient(options, http, emulator.AppClock);

var upsells = new UpsellFlow(dodo, new InMemoryChargeLedger(), timeProvider: emulator.AppClock);

var request = new UpsellRequest
{
    Key = "order-4711-upsell", // at most one charge for this key, however often the customer clicks
    CustomerId = DemoSeed.CustomerWithCards,
    Items = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }],
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
