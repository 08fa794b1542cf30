using DodoUpsell;
using Microsoft.EntityFrameworkCore;

namespace UpsellShop.Data;

/// <summary>
/// Grants and revokes access. Every method can be repeated, in any order: webhooks and settlements arrive at least once,
/// and a grant that failed is repeated later, maybe after the refund.
/// </summary>
internal sealed class AccessBook(ShopContext shop, TimeProvider time)
{
    public async Task GrantAsync(
        string paymentId,
        string customerId,
        IEnumerable<string> productIds,
        CancellationToken cancellationToken
    )
    {
        foreach (var productId in productIds.Distinct())
        {
            if (await shop.Access.FindAsync([paymentId, productId], cancellationToken) is null)
                shop.Add(
                    new Access
                    {
                        PaymentId = paymentId,
                        ProductId = productId,
                        CustomerId = customerId,
                        GrantedAt = time.GetUtcNow(),
                    }
                );
        }

        // Another server may grant the same at this moment. Its insert wins, this one fails and is delivered again.
        await shop.SaveChangesAsync(cancellationToken);
    }

    public async Task RevokeAsync(string paymentId, CancellationToken cancellationToken)
    {
        if (await shop.Revocations.FindAsync([paymentId], cancellationToken) is not null)
            return;
        shop.Add(new Revocation { PaymentId = paymentId, RevokedAt = time.GetUtcNow() });
        await shop.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Returns what a customer may use.</summary>
    public async Task<IReadOnlyList<string>> ProductsOfAsync(string customerId) =>
        await shop
            .Access.Where(access => access.CustomerId == customerId)
            .Where(access => !shop.Revocations.Any(revoked => revoked.PaymentId == access.PaymentId))
            .Select(access => access.ProductId)
            .Distinct()
            .ToListAsync();
}
