using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Discounts;

/// <summary>The maximum deduction of a discount in one currency and its minimum subtotal, in minor units.</summary>
/// <param name="Currency">The ISO 4217 code.</param>
/// <param name="IsDefault">Whether other currencies are converted from this row.</param>
/// <param name="MaximumAmount">The deduction of a flat discount; the cap of a percentage.</param>
/// <param name="MinimumSubtotal">The minimum original price of the products, or 0 for none.</param>
internal sealed record CurrencyOption(string Currency, bool IsDefault, int? MaximumAmount, int MinimumSubtotal)
{
    public static CurrencyOption Read(JsonInput input) =>
        new(
            input.Choice("currency", Currencies.All),
            input.Flag("is_default"),
            input.OptionalInt32("max_amount_possible"),
            input.OptionalInt32("minimum_subtotal") ?? 0
        );

    /// <summary>Returns the row converted into another currency, or null without a rate.</summary>
    public CurrencyOption? In(string currency, ExchangeRates rates) =>
        rates.Convert(MinimumSubtotal, Currency, currency) is { } subtotal
            ? new CurrencyOption(
                currency,
                IsDefault: false,
                MaximumAmount is { } amount ? rates.Convert(amount, Currency, currency) : null,
                subtotal
            )
            : null;

    public JsonObject ToJson() =>
        new()
        {
            ["currency"] = Currency,
            ["is_default"] = IsDefault,
            ["max_amount_possible"] = MaximumAmount,
            ["minimum_subtotal"] = MinimumSubtotal,
        };
}
