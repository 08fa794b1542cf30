using System.CommandLine;
using DodoUpsell;

namespace CrossSell;

/// <summary>The customer's billing country.</summary>
internal sealed class CountryOption : Option<string?>
{
    public CountryOption()
        : base("--country")
    {
        Description =
            "The customer's billing country, two letters (with an API key). Default: as in their last payment.";
        Validators.Add(result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (text.Length != 2 || !text.All(char.IsAsciiLetter))
                result.AddError($"--country: '{text}' is not a two-letter country code, such as US.");
        });
    }

    public CountryCode? Of(ParseResult arguments) =>
        arguments.GetValue(this) is { } letters ? new CountryCode(letters.ToUpperInvariant()) : null;
}
