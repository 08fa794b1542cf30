using System.CommandLine;
using CrossSell;
using Samples;

// A customer owns a course and is offered the related e-book. One click charges the saved card; where that is not
// possible, the customer gets a checkout page. The charge key is derived from what is sold, so that the same command
// again charges nothing.
//
// On the embedded emulator (five short stories):
//   dotnet run --project samples/CrossSell
//
// With a file that keeps the charges (run it twice):
//   dotnet run --project samples/CrossSell -- --ledger sold.json
//
// In the test mode of your account, with DODO_PAYMENTS_API_KEY set:
//   dotnet run --project samples/CrossSell -- --customer cus_… --product pdt_… --ledger sold.json

var command = new RootCommand("Sells a related product to an existing customer: one click, one charge.");
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
