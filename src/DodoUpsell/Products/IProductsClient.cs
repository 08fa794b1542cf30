namespace DodoUpsell;

/// <summary>The product catalogue, read-only.</summary>
/// <remarks>
/// Reached through <see cref="IDodoClient.Products"/>, or from dependency injection. Safe for many threads. Substitute
/// it in tests.
/// </remarks>
public interface IProductsClient
{
    /// <summary>Lists products (<c>GET /products</c>).</summary>
    /// <param name="request">Filters and the size of a page; null for everything.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">A filter is wrong; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    AsyncPageable<ProductListItem> ListAsync(
        ListProductsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a product (<c>GET /products/{id}</c>).</summary>
    /// <remarks>
    /// Its price is the catalogue's. What a given customer pays (tax, currency, discounts) is told by
    /// <see cref="ICheckoutSessionsClient.PreviewAsync"/>.
    /// </remarks>
    /// <param name="productId">The product, <c>pdt_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Product> GetAsync(string productId, CancellationToken cancellationToken = default);
}
