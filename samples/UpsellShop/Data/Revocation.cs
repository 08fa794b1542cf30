using System.ComponentModel.DataAnnotations;

namespace UpsellShop.Data;

/// <summary>The end of the right to use what a payment paid for: it was refunded in full, or its dispute was lost.</summary>
internal sealed class Revocation
{
    [Key, MaxLength(100)]
    public required string PaymentId { get; init; }

    public required DateTimeOffset RevokedAt { get; init; }
}
