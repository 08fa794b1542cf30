namespace DodoUpsell;

/// <summary>Facts that rarely change.</summary>
/// <remarks>
/// Reached through <see cref="IDodoClient.Reference"/>, or from dependency injection. Safe for many threads. Substitute
/// it in tests.
/// </remarks>
public interface IReferenceClient
{
    /// <summary>Lists the countries that can be sold to (<c>GET /checkout/supported_countries</c>).</summary>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<IReadOnlyList<CountryCode>> ListSupportedCountriesAsync(CancellationToken cancellationToken = default);
}
