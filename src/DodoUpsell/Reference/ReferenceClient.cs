using DodoUpsell.Http;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

internal sealed class ReferenceClient(Transport transport) : IReferenceClient
{
    public Task<IReadOnlyList<CountryCode>> ListSupportedCountriesAsync(CancellationToken cancellationToken = default)
    {
        var operation = Operations.Reference.ListSupportedCountries;
        return transport.SendAsync(operation, operation.Route, JsonRead.Values<CountryCode>, cancellationToken);
    }
}
