using DodoUpsell;
using Microsoft.EntityFrameworkCore;

namespace UpsellShop.Data;

/// <summary>Grants and revokes access. Every method can be repeated: webhooks and settlements arrive at least once.</summary>
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

    public Task RevokeAsync(string paymentId, CancellationToken cancellationToken) =>
        shop
            .Access.Where(access => access.PaymentId == paymentId && access.RevokedAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(access => access.RevokedAt, time.GetUtcNow()),
                cancellationToken
            );

    /// <summary>Returns what a customer may use.</summary>
    public async Task<IReadOnlyList<string>> ProductsOfAsync(string customerId) =>
        await shop
            .Access.Where(access => access.CustomerId == customerId && access.RevokedAt == null)
            .Select(access => access.ProductId)
            .Distinct()
            .ToListAsync();
}
