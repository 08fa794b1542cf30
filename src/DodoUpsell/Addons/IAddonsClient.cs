namespace DodoUpsell;

/// <summary>Provides read-only access to the add-ons of subscription products.</summary>
/// <remarks>
/// Available as <see cref="IDodoClient.Addons"/> and through dependency injection. Thread-safe. In tests, replace it
/// with your own implementation.
/// </remarks>
public interface IAddonsClient
{
    /// <summary>Lists add-ons (<c>GET /addons</c>).</summary>
    /// <param name="request">The filters and the page size, or null to list everything.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">A filter is invalid. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    AsyncPageable<Addon> ListAsync(ListAddonsRequest? request = null, CancellationToken cancellationToken = default);

    /// <summary>Gets an add-on (<c>GET /addons/{id}</c>).</summary>
    /// <param name="addonId">The id of the add-on, <c>adn_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Addon> GetAsync(string addonId, CancellationToken cancellationToken = default);
}
