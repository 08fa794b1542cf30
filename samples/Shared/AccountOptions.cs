using System.CommandLine;
using System.CommandLine.Parsing;
using DodoUpsell;

namespace Samples;

/// <summary>
/// The options of a sale on your own account, and the ledger file. An option that would have no effect is refused.
/// </summary>
internal sealed class AccountOptions
{
    private readonly Option<string?> _customer = new("--customer")
    {
        Description = "The customer to sell to (with an API key).",
    };
    private readonly Option<string?> _product = new("--product")
    {
        Description = "The one-time product to sell (with an API key).",
    };
    private readonly Option<string?> _ledger = new("--ledger")
    {
        Description = "A file that keeps the charges across runs. Default: in memory, for this run only.",
    };
    private readonly Option<bool> _live = new("--live")
    {
        Description = "Charge real money. Without this option, the API key is used in test mode only.",
    };

    /// <summary>Gets whether an API key is set. Without one, the samples run on the emulator.</summary>
    public static bool HasAccount =>
        !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("DODO_PAYMENTS_API_KEY"));

    public void AddTo(RootCommand command, params Option[] moreOfAccount)
    {
        foreach (var option in new Option[] { _customer, _product, _ledger, _live }.Concat(moreOfAccount))
            command.Options.Add(option);
        Option[] ofAccount = [_customer, _product, _live, .. moreOfAccount];
        command.Validators.Add(result =>
        {
            if (Given(result, _ledger) is { } path && string.IsNullOrWhiteSpace(path))
                result.AddError("--ledger: name a file, such as sold.json.");
            if (HasAccount)
                CheckAccount(result);
            else
                foreach (var option in ofAccount.Where(option => result.GetResult(option) is not null))
                    result.AddError(
                        $"{option.Name} needs an account: set DODO_PAYMENTS_API_KEY. Without it, the sample runs "
                            + $"on the embedded emulator."
                    );
        });
    }

    public string Customer(ParseResult arguments) => arguments.GetValue(_customer)!;

    public string Product(ParseResult arguments) => arguments.GetValue(_product)!;

    /// <summary>
    /// Returns the environment. It is chosen separately, so that a live key alone never charges real money.
    /// </summary>
    public DodoEnvironment Mode(ParseResult arguments) =>
        arguments.GetValue(_live) ? DodoEnvironment.Live : DodoEnvironment.Test;

    /// <exception cref="LedgerFileException">The file is not a ledger, or it cannot be read or written.</exception>
    public IChargeLedger OpenLedger(ParseResult arguments) =>
        arguments.GetValue(_ledger) is { } path ? new FileLedger(Path.GetFullPath(path)) : new InMemoryChargeLedger();

    // Returns null for an option without a value; the command line library reports it.
    private static string? Given(CommandResult result, Option option) =>
        result.GetResult(option)?.Tokens is [var token] ? token.Value : null;

    private void CheckAccount(CommandResult result)
    {
        if (string.IsNullOrWhiteSpace(Given(result, _customer)) || string.IsNullOrWhiteSpace(Given(result, _product)))
            result.AddError("With an API key, name the customer and the product: --customer cus_… --product pdt_…");
        if (result.GetResult(_live) is not null && result.GetResult(_ledger) is null)
            result.AddError("With --live, name the file that keeps the charges: --ledger sold.json");
    }
}
