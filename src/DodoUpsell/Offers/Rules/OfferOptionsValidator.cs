using Microsoft.Extensions.Options;

namespace DodoUpsell.Offers;

/// <summary>Validates the settings of offers, together with the other options. Each error names the setting and the fix.</summary>
internal sealed class OfferOptionsValidator : IValidateOptions<DodoUpsellOptions>
{
    public ValidateOptionsResult Validate(string? name, DodoUpsellOptions options)
    {
        if (!options.HasOfferSettings)
            return ValidateOptionsResult.Success;
        var failures = OfferOptionsCheck.Failures(
            options.Offers,
            new(options.KeyOf(nameof(options.Offers)), InConfiguration: options.Section is not null),
            $"{nameof(DodoUpsellOptions)}.{nameof(options.Offers)}"
        );
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
