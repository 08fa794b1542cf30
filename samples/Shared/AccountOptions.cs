using System.CommandLine;
using System.CommandLine.Parsing;
using DodoUpsell;

namespace Samples;

/// <summary>
/// The options of a sale on your own account, and the file that remembers it. An option that would have no effect is
/// refused.
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
        Description = "A file that remembers what was sold, across runs. Without it, the run forgets.",
    };
    private readonly Option<bool> _live = new("--live")
    {
        Description = "Charge real money. Without it an API key is used in test mode only.",
    };

    /// <summary>Whether there is an API key, and so an account; without one the samples run on the emulator.</summary>
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

    /// <summary>The environment is a choice of its own, so that a live key alone charges nobody.</summary>
    public DodoEnvironment Mode(ParseResult arguments) =>
        arguments.GetValue(_live) ? DodoEnvironment.Live : DodoEnvironment.Test;

    /// <exception cref="LedgerFileException">The file is no ledger, or cannot be read and written.</exception>
    public IChargeLedger OpenLedger(ParseResult arguments) =>
        arguments.GetValue(_ledger) is { } path ? new FileLedger(Path.GetFullPath(path)) : new InMemoryChargeLedger();

    // The value of an option that is given without one cannot be asked for; the library tells of it.
    private static string? Given(CommandResult result, Option option) =>
        result.GetResult(option)?.Tokens is [var token] ? token.Value : null;

    private void CheckAccount(CommandResult result)
    {
        if (string.IsNullOrWhiteSpace(Given(result, _customer)) || string.IsNullOrWhiteSpace(Given(result, _product)))
            result.AddError("With an API key, say whom to sell what: --customer cus_… --product pdt_…");
        if (result.GetResult(_live) is not null && result.GetResult(_ledger) is null)
            result.AddError("With --live, say where to remember what was charged: --ledger sold.json");
    }
}
