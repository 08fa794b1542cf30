using System.Globalization;
using DodoUpsell.Emulator.Customers;

namespace DodoUpsell.Emulator.PaymentMethods;

/// <summary>A card that a customer left for later charges.</summary>
internal sealed class PaymentMethod
{
    public required string Id { get; init; }

    public required Customer Customer { get; init; }

    public required TestCard Card { get; init; }

    public required string ExpiryMonth { get; init; }

    public required string ExpiryYear { get; init; }

    public string? CardHolderName { get; init; }

    /// <summary><c>credit</c> or <c>debit</c>.</summary>
    public string Type { get; init; } = "credit";

    public bool? RecurringEnabled { get; init; } = true;

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>Whether it is kept for later charges; a card given on a page is kept once it has paid.</summary>
    public bool IsSaved { get; set; } = true;

    /// <summary>Removed methods are remembered, so that removing one again can succeed.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>A card is good through the last day of its month.</summary>
    public bool IsExpired(DateTimeOffset now)
    {
        var year = int.Parse(ExpiryYear, CultureInfo.InvariantCulture);
        var month = int.Parse(ExpiryMonth, CultureInfo.InvariantCulture);
        var fullYear = year < 100 ? 2000 + year : year;
        return (fullYear * 12) + month < (now.Year * 12) + now.Month;
    }
}
