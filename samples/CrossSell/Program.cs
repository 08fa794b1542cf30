using System.CommandLine;
using CrossSell;
using DodoUpsell;
using Samples;
using Spectre.Console;

// A customer owns the course; the e-book goes with it. Charge the card they have saved in one click, and send them to a checkout page
// where that is not possible. The charge key is derived from what is sold, so that the same command again charges nothing.
//
//   dotnet run --project samples/CrossSell                                   on the embedded emulator: four short stories
//   dotnet run --project samples/CrossSell -- --ledger sold.json             what was sold is kept in a file: run it twice
//   DODO_PAYMENTS_API_KEY=… dotnet run --project samples/CrossSell -- --customer cus_… --product pdt_… --ledger sold.json
//                                                                            on your account's test mode

var customer = new Option<string?>("--customer") { Description = "The customer to sell to (with an API key)." };
var product = new Option<string?>("--product") { Description = "The one-time product to sell (with an API key)." };
var country = new Option<string?>("--country") { Description = "Where the customer is billed, two letters; otherwise as at their last payment." };
var ledger = new Option<FileInfo?>("--ledger") { Description = "A file that remembers what was sold, across runs. Without it, the run forgets." };
var live = new Option<bool>("--live") { Description = "Charge real money. Without it an API key is used in test mode only." };
var command = new RootCommand("Sells one product more to a customer: one click, one charge.") { customer, product, country, ledger, live };

command.SetAction(async (arguments, cancellationToken) =>
{
    var file = arguments.GetValue(ledger);
    IChargeLedger sold = file is null ? new InMemoryChargeLedger() : new FileLedger(file.FullName);
    var apiKey = Environment.GetEnvironmentVariable("DODO_PAYMENTS_API_KEY");
    return string.IsNullOrWhiteSpace(apiKey)
        ? await OnEmulator.RunAsync(AnsiConsole.Console, sold, cancellationToken)
        : await OnAccount.RunAsync(AnsiConsole.Console, sold, arguments.GetValue(customer), arguments.GetValue(product), arguments.GetValue(country), arguments.GetValue(live), cancellationToken);
});

return await command.Parse(args).InvokeAsync();
