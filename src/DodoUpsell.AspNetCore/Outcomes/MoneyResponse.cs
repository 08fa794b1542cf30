using System.Text.Json.Serialization;

namespace DodoUpsell.AspNetCore;

/// <summary>Represents an amount of money in a response.</summary>
/// <param name="MinorUnits">The amount in minor units of the currency, such as cents.</param>
/// <param name="Currency">The ISO 4217 code of the currency.</param>
public sealed record MoneyResponse(
    [property: JsonPropertyName("minorUnits")] long MinorUnits,
    [property: JsonPropertyName("currency")] string Currency
)
{
    internal static MoneyResponse Of(Money money) => new(money.MinorUnits, money.Currency.Value);

    internal static MoneyResponse? Of(Money? money) => money is { } given ? Of(given) : null;

    // A quote leaves amounts at their default where there is nothing to say.
    internal static MoneyResponse? OfNonZero(Money money) => money.IsZero ? null : Of(money);
}
