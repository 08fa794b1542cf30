using System.CommandLine;
using CrossSell;
using Samples;

// A customer owns the course; the e-book goes with it. Charge the card they have saved in one click, and send them to a
// checkout page where that is not possible. The charge key is derived from what is sold, so that the same command again
// charges nothing.
//
//   dotnet run --project samples/CrossSell                                   on the embedded emulator: four short stories
//   dotnet run --project samples/CrossSell -- --ledger sold.json             what was sold is kept in a file: run it twice
//   DODO_PAYMENTS_API_KEY=… dotnet run --project samples/CrossSell -- --customer cus_… --product pdt_… --ledger sold.json
//                                                                            on your account's test mode

var command = new RootCommand("Sells one product more to a customer: one click, one charge.");
var account = new AccountOptions();
var country = new CountryOption();
account.AddTo(command, country);

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
                country.Of(arguments),
                account.Mode(arguments),
                cancellationToken
            )
            : await OnEmulator.RunAsync(console, sold, cancellationToken);
    }
);
