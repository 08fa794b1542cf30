using System.Globalization;
using DodoUpsell.Emulator.Customers;

namespace DodoUpsell.Emulator.PaymentMethods;

/// <summary>A customer's card for later charges.</summary>
internal sealed class PaymentMethod
{
    public required string Id { get; init; }

    public required Customer Customer { get; init; }

    public required TestCard Card { get; init; }

    public required string ExpiryMonth { get; init; }

    public required string ExpiryYear { get; init; }

    public string? CardHolderName { get; init; }

    /// <summary>Gets the type: <c>credit</c> or <c>debit</c>.</summary>
    public string Type { get; init; } = "credit";

    public bool? RecurringEnabled { get; init; } = true;

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>
    /// Gets or sets whether the card is kept for later charges. A card entered on a page is kept once it has paid.
    /// </summary>
    public bool IsSaved { get; set; } = true;

    /// <summary>
    /// Gets or sets whether the method was removed. Removed methods are kept, so that removing one again succeeds.
    /// </summary>
    public bool IsRemoved { get; set; }

    /// <summary>Returns whether the card has expired. It is valid through the last day of its month.</summary>
    public bool IsExpired(DateTimeOffset now)
    {
        var year = int.Parse(ExpiryYear, CultureInfo.InvariantCulture);
        var month = int.Parse(ExpiryMonth, CultureInfo.InvariantCulture);
        var fullYear = year < 100 ? 2000 + year : year;
        return (fullYear * 12) + month < (now.Year * 12) + now.Month;
    }
}
