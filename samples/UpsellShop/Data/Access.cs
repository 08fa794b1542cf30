using Microsoft.EntityFrameworkCore;

namespace UpsellShop.Data;

/// <summary>The right of a customer to use a product that was paid for, unless there is a <see cref="Revocation"/>.</summary>
[PrimaryKey(nameof(PaymentId), nameof(ProductId))]
internal sealed class Access
{
    public required string PaymentId { get; init; }

    public required string ProductId { get; init; }

    public required string CustomerId { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }
}
