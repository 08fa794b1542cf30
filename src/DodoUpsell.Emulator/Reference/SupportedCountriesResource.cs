using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Reference;

/// <summary>The countries that a checkout accepts. The API requires no key here.</summary>
internal sealed class SupportedCountriesResource : IResource
{
    // Under comprehensive sanctions: the merchant of record does not sell there.
    private static readonly string[] Excluded = ["CU", "IR", "KP", "SY"];

    public void Map(RouteTable routes) =>
        routes.Map("GET", "/checkout/supported_countries", _ => List(), RouteAccess.Anyone);

    private static WireResponse List() =>
        WireResponse.Json(
            new JsonArray([
                .. Countries
                    .All.Except(Excluded, StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(country => (JsonNode)country),
            ])
        );
}
