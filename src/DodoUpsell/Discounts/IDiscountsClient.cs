namespace DodoUpsell;

/// <summary>Provides access to discount codes.</summary>
/// <remarks>
/// Available as <see cref="IDodoClient.Discounts"/> and through dependency injection. Thread-safe. In tests, replace it
/// with your own implementation.
/// </remarks>
public interface IDiscountsClient
{
    /// <summary>Lists discounts (<c>GET /discounts</c>).</summary>
    /// <param name="request">The filters and the page size, or null to list everything.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">A filter is invalid. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    AsyncPageable<Discount> ListAsync(
        ListDiscountsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Creates a discount (<c>POST /discounts</c>).</summary>
    /// <remarks>
    /// Without a code, the API generates one of 16 characters. The request is not repeated if the response is lost.
    /// </remarks>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">The request may or may not have been executed. Check its outcome
    /// before repeating it.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Discount> CreateAsync(CreateDiscountRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets a discount (<c>GET /discounts/{discount_id}</c>).</summary>
    /// <param name="discountId">The id of the discount, <c>dsc_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Discount> GetAsync(string discountId, CancellationToken cancellationToken = default);

    /// <summary>Gets a discount by its code (<c>GET /discounts/code/{code}</c>).</summary>
    /// <remarks>
    /// Fails with status 404 if the code is unknown, and with status 422 if it has expired or is used up. The result
    /// does not tell whether a particular customer or cart may use the code.
    /// </remarks>
    /// <param name="code">The code as entered by customers.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Discount> GetByCodeAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>
    /// Updates the properties that are set in the request; other properties are unchanged (<c>PATCH
    /// /discounts/{discount_id}</c>).
    /// </summary>
    /// <param name="discountId">The id of the discount, <c>dsc_…</c>.</param>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Discount> UpdateAsync(
        string discountId,
        UpdateDiscountRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a discount (<c>DELETE /discounts/{discount_id}</c>).</summary>
    /// <param name="discountId">The id of the discount, <c>dsc_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task DeleteAsync(string discountId, CancellationToken cancellationToken = default);
}
