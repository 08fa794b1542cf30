namespace DodoUpsell;

/// <summary>Provides access to reference data that rarely changes.</summary>
/// <remarks>
/// Available as <see cref="IDodoClient.Reference"/> and through dependency injection. Thread-safe. In tests, replace it
/// with your own implementation.
/// </remarks>
public interface IReferenceClient
{
    /// <summary>
    /// Lists the supported countries, in which customers can buy (<c>GET /checkout/supported_countries</c>).
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<IReadOnlyList<CountryCode>> ListSupportedCountriesAsync(CancellationToken cancellationToken = default);
}
