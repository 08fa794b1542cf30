namespace DodoUpsell;

/// <summary>The add-ons of subscription products, read-only.</summary>
/// <remarks>
/// Reached through <see cref="IDodoClient.Addons"/>, or from dependency injection. Safe for many threads. Substitute it
/// in tests.
/// </remarks>
public interface IAddonsClient
{
    /// <summary>Lists add-ons (<c>GET /addons</c>).</summary>
    /// <param name="request">Filters and the size of a page; null for everything.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">A filter is wrong; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    AsyncPageable<Addon> ListAsync(ListAddonsRequest? request = null, CancellationToken cancellationToken = default);

    /// <summary>Reads an add-on (<c>GET /addons/{id}</c>).</summary>
    /// <param name="addonId">The add-on, <c>adn_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Addon> GetAsync(string addonId, CancellationToken cancellationToken = default);
}
