using System.CommandLine;
using PostPurchaseUpsell;
using Samples;

// A customer has just bought something and is offered one more product. One click charges the saved card.
// The charge key is derived from what is sold, so that the same command again charges nothing.
//
// On the embedded emulator (three customers, three outcomes):
//   dotnet run --project samples/PostPurchaseUpsell
//
// With a file that keeps the charges (run it twice):
//   dotnet run --project samples/PostPurchaseUpsell -- --ledger sold.json
//
// In the test mode of your account, with DODO_PAYMENTS_API_KEY set:
//   dotnet run --project samples/PostPurchaseUpsell -- --customer cus_… --product pdt_… --ledger sold.json

var command = new RootCommand(
    "Offers one more product right after a purchase and charges the saved card in one click."
);
var account = new AccountOptions();
account.AddTo(command);

return await SampleCommand.RunAsync(
    command,
    args,
    async (arguments, console, cancellationToken) =>
    {
        var sold = account.OpenLedger(arguments);
        using var file = sold as IDisposable;
        return AccountOptions.HasAccount
            ? await OnAccount.RunAsync(
                console,
                sold,
                account.Customer(arguments),
                account.Product(arguments),
                account.Mode(arguments),
                cancellationToken
            )
            : await OnEmulator.RunAsync(console, sold, cancellationToken);
    }
);
