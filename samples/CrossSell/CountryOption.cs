using System.CommandLine;
using DodoUpsell;

namespace CrossSell;

/// <summary>Where the customer is billed.</summary>
internal sealed class CountryOption : Option<string?>
{
    public CountryOption()
        : base("--country")
    {
        Description =
            "Where the customer is billed, two letters; otherwise as at their last payment (with an API key).";
        Validators.Add(result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (text.Length != 2 || !text.All(char.IsAsciiLetter))
                result.AddError($"--country: '{text}' is not a country's two letters, such as US.");
        });
    }

    public CountryCode? Of(ParseResult arguments) =>
        arguments.GetValue(this) is { } letters ? new CountryCode(letters.ToUpperInvariant()) : null;
}
