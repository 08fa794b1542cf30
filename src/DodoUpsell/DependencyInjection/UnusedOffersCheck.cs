using DodoUpsell.Offers;
using Microsoft.Extensions.Options;

namespace DodoUpsell.DependencyInjection;

/// <summary>Refuses settings of offers in an app that makes none, because they would have no effect.</summary>
internal sealed class UnusedOffersCheck(IServiceProvider provider) : IValidateOptions<DodoUpsellOptions>
{
    public ValidateOptionsResult Validate(string? name, DodoUpsellOptions options)
    {
        var unused =
            options.UnreadOffers
            ?? (options.HasOfferSettings ? $"{nameof(DodoUpsellOptions)}.{nameof(options.Offers)}" : null);
        if (unused is null)
            return ValidateOptionsResult.Success;
        var brand = string.IsNullOrEmpty(name) ? null : name;
        return provider.Find<IOfferSettings>(brand) is not null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{unused} is set, but offers are not registered: call AddDodoUpsells(…).AddOffers(), or remove the "
                    + $"settings of offers."
            );
    }
}
