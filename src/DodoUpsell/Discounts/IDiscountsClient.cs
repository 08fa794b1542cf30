namespace DodoUpsell;

/// <summary>Discount codes.</summary>
/// <remarks>
/// Reached through <see cref="IDodoClient.Discounts"/>, or from dependency injection. Safe for many threads. Substitute
/// it in tests.
/// </remarks>
public interface IDiscountsClient
{
    /// <summary>Lists discounts (<c>GET /discounts</c>).</summary>
    /// <param name="request">Filters and the size of a page; null for everything.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">A filter is wrong; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    AsyncPageable<Discount> ListAsync(
        ListDiscountsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Creates a discount (<c>POST /discounts</c>).</summary>
    /// <remarks>Without a code the API makes one of 16 characters. Not repeated when its answer is lost.</remarks>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">It may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Discount> CreateAsync(CreateDiscountRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a discount (<c>GET /discounts/{discount_id}</c>).</summary>
    /// <param name="discountId">The discount, <c>dsc_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Discount> GetAsync(string discountId, CancellationToken cancellationToken = default);

    /// <summary>Looks a code up (<c>GET /discounts/code/{code}</c>).</summary>
    /// <remarks>
    /// 404 when unknown, 422 when expired or used up. It does not say whether a given customer or cart may use the
    /// code.
    /// </remarks>
    /// <param name="code">The code as customers type it.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Discount> GetByCodeAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes what is set in the request and leaves the rest alone (<c>PATCH /discounts/{discount_id}</c>).
    /// </summary>
    /// <param name="discountId">The discount, <c>dsc_…</c>.</param>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Discount> UpdateAsync(
        string discountId,
        UpdateDiscountRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a discount (<c>DELETE /discounts/{discount_id}</c>).</summary>
    /// <param name="discountId">The discount, <c>dsc_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task DeleteAsync(string discountId, CancellationToken cancellationToken = default);
}
