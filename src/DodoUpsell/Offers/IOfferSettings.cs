using Microsoft.Extensions.Configuration;

namespace DodoUpsell.Offers;

/// <summary>
/// Reads the configuration section of offers. It is registered for each brand that makes offers, so that an app that makes
/// none does not contain their code.
/// </summary>
internal interface IOfferSettings
{
    void Read(IConfigurationSection section, OfferOptions options);
}
