using System.CommandLine;
using PostPurchaseUpsell;
using Samples;

// A customer has just bought something. Offer them one thing more, and charge the card they have saved in one click.
// The charge key is derived from what is sold, so that the same command again charges nothing.
//
//   dotnet run --project samples/PostPurchaseUpsell                          on the embedded emulator: three customers, three endings
//   dotnet run --project samples/PostPurchaseUpsell -- --ledger sold.json    what was sold is kept in a file: run it twice
//   DODO_PAYMENTS_API_KEY=… dotnet run --project samples/PostPurchaseUpsell -- --customer cus_… --product pdt_… --ledger sold.json
//                                                                            on your account's test mode

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
