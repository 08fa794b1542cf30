using System.CommandLine;
using DodoUpsell;
using PostPurchaseUpsell;
using Samples;
using Spectre.Console;

// A customer has just bought something. Offer them one thing more, and charge the card they have saved in one click. The charge key is
// derived from what is sold, so that the same command again charges nothing.
//
//   dotnet run --project samples/PostPurchaseUpsell                          on the embedded emulator: three customers, three endings
//   dotnet run --project samples/PostPurchaseUpsell -- --ledger sold.json    what was sold is kept in a file: run it twice
//   DODO_PAYMENTS_API_KEY=… dotnet run --project samples/PostPurchaseUpsell -- --customer cus_… --product pdt_… --ledger sold.json
//                                                                            on your account's test mode

var customer = new Option<string?>("--customer") { Description = "The customer to offer to (with an API key)." };
var product = new Option<string?>("--product") { Description = "The one-time product to offer (with an API key)." };
var ledger = new Option<FileInfo?>("--ledger") { Description = "A file that remembers what was sold, across runs. Without it, the run forgets." };
var live = new Option<bool>("--live") { Description = "Charge real money. Without it an API key is used in test mode only." };
var command = new RootCommand("Offers one more product right after a purchase and charges the saved card in one click.") { customer, product, ledger, live };

command.SetAction(async (arguments, cancellationToken) =>
{
    var file = arguments.GetValue(ledger);
    IChargeLedger sold = file is null ? new InMemoryChargeLedger() : new FileLedger(file.FullName);
    var apiKey = Environment.GetEnvironmentVariable("DODO_PAYMENTS_API_KEY");
    return string.IsNullOrWhiteSpace(apiKey)
        ? await OnEmulator.RunAsync(AnsiConsole.Console, sold, cancellationToken)
        : await OnAccount.RunAsync(AnsiConsole.Console, sold, arguments.GetValue(customer), arguments.GetValue(product), arguments.GetValue(live), cancellationToken);
});

return await command.Parse(args).InvokeAsync();
