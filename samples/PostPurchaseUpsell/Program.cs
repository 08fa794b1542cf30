using System.CommandLine;
using PostPurchaseUpsell;
using Spectre.Console;

// A customer has just bought something. Offer them one thing more, and charge the card they have saved in one click.
//
//   dotnet run --project samples/PostPurchaseUpsell                  on the embedded emulator: three customers, three endings
//   DODO_PAYMENTS_API_KEY=… dotnet run --project samples/PostPurchaseUpsell -- --customer cus_… --product pdt_…
//                                                                    on your account's test mode

var customer = new Option<string?>("--customer") { Description = "The customer to offer to (with an API key)." };
var product = new Option<string?>("--product") { Description = "The one-time product to offer (with an API key)." };
var live = new Option<bool>("--live") { Description = "Charge real money. Without it an API key is used in test mode only." };
var command = new RootCommand("Offers one more product right after a purchase and charges the saved card in one click.") { customer, product, live };

command.SetAction(async (arguments, cancellationToken) =>
{
    var apiKey = Environment.GetEnvironmentVariable("DODO_PAYMENTS_API_KEY");
    if (string.IsNullOrWhiteSpace(apiKey)) return await OnEmulator.RunAsync(AnsiConsole.Console, cancellationToken);
    return await OnAccount.RunAsync(AnsiConsole.Console, arguments.GetValue(customer), arguments.GetValue(product), arguments.GetValue(live), cancellationToken);
});

return await command.Parse(args).InvokeAsync();
