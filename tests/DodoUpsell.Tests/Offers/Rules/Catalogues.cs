using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DodoUpsell.Tests.Offers.Rules;

/// <summary>Catalogues that tests change.</summary>
internal static class Catalogues
{
    public static OfferRule Rule(string id, string product = "pdt_ebook") => new() { Id = id, Sale = Selling(product) };

    public static OfferedSale.Products Selling(params string[] products) =>
        new() { Items = [.. products.Select(id => new CheckoutItem { ProductId = id, Quantity = 1 })] };

    public static OfferOptions Of(params OfferRule[] rules)
    {
        var options = new OfferOptions();
        foreach (var rule in rules)
            options.Rules.Add(rule);
        return options;
    }

    /// <summary>Reads options from JSON, as an app with an <c>appsettings.json</c> does.</summary>
    public static OfferOptions FromJson(string offers, Action<DodoUpsellBuilder>? more = null)
    {
        using var provider = Provider(offers, more);
        return provider.GetRequiredService<IOptions<DodoUpsellOptions>>().Value.Offers;
    }

    public static ServiceProvider Provider(string offers, Action<DodoUpsellBuilder>? more = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddDodoUpsells(Configuration(offers).GetSection("DodoUpsell")).AddOffers();
        more?.Invoke(builder);
        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
    }

    public static IConfigurationRoot Configuration(string offers)
    {
        using var json = new MemoryStream(
            System.Text.Encoding.UTF8.GetBytes(
                $$"""{ "DodoUpsell": { "ApiKey": "key_1", "Environment": "Test", "Offers": {{offers}} } }"""
            )
        );
        var read = new ConfigurationBuilder().AddJsonStream(json).Build();

        // In memory, because tests change and reload it.
        return new ConfigurationBuilder().AddInMemoryCollection(read.AsEnumerable()).Build();
    }
}
