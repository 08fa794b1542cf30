#region first-upsell
using DodoUpsell;
using DodoUpsell.Emulator;

// The emulator answers instead of the API, so this needs no account and moves no money.
var emulator = new DodoEmulator();
using var http = new HttpClient(emulator.CreateHandler());
using var dodo = new DodoClient(
    new DodoUpsellOptions { ApiKey = "any", Environment = DodoEnvironment.Test },
    http,
    emulator.AppClock
);

var orderId = 4711;
var upsells = new UpsellFlow(dodo, new InMemoryChargeLedger(), timeProvider: emulator.AppClock);

var outcome = await upsells.ChargeAsync(
    new()
    {
        Key = $"order-{orderId}-upsell", // one charge ever, whatever breaks and however often they click
        CustomerId = DemoSeed.CustomerWithCards,
        Items = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }],
    }
);

Console.WriteLine(
    outcome switch
    {
        ChargeOutcome.Succeeded paid => $"Paid {paid.Charged}: hand it over",
        ChargeOutcome.ActionRequired step => $"3-D Secure: send them to {step.Url}",
        ChargeOutcome.CheckoutRequired page => $"No usable card: send them to {page.CheckoutUrl}",
        ChargeOutcome.Declined declined => $"{declined.CustomerMessage} {declined.CheckoutUrl}",
        _ => outcome.CustomerMessage, // under way, unknown, refused: nothing to hand over
    }
);
#endregion
