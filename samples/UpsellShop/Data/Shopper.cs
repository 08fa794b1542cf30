using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace UpsellShop.Data;

/// <summary>A user of the shop, with the customer that Dodo Payments knows.</summary>
[Index(nameof(CustomerId), IsUnique = true)]
internal sealed class Shopper
{
    [Key, MaxLength(200)]
    public required string UserId { get; init; }

    [MaxLength(100)]
    public required string CustomerId { get; init; }
}
