namespace DodoUpsell;

/// <summary>Provides read-only access to the product catalogue.</summary>
/// <remarks>
/// Available as <see cref="IDodoClient.Products"/> and through dependency injection. Thread-safe. In tests, replace it
/// with your own implementation.
/// </remarks>
public interface IProductsClient
{
    /// <summary>Lists products (<c>GET /products</c>).</summary>
    /// <param name="request">The filters and the page size, or null to list everything.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">A filter is invalid. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    AsyncPageable<ProductListItem> ListAsync(
        ListProductsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gets a product (<c>GET /products/{id}</c>).</summary>
    /// <remarks>
    /// The price is the catalogue price. <see cref="ICheckoutSessionsClient.PreviewAsync"/> returns the price for a
    /// particular customer, which depends on tax, currency and discounts.
    /// </remarks>
    /// <param name="productId">The id of the product, <c>pdt_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Product> GetAsync(string productId, CancellationToken cancellationToken = default);
}
