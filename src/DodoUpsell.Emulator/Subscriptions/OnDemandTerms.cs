using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>
/// The terms of a subscription that is charged on demand. The price, in minor units, is that of the first charge.
/// </summary>
internal sealed record OnDemandTerms(bool MandateOnly, int? Price, string? Currency)
{
    public static OnDemandTerms? Read(JsonInput? input)
    {
        if (input is null)
            return null;

        _ = input.OptionalText("product_description");
        _ = input.OptionalFlag("adaptive_currency_fees_inclusive");
        return new OnDemandTerms(
            input.OptionalFlag("mandate_only") ?? throw input.Invalid("mandate_only", "is required"),
            input.OptionalInt32("product_price", minimum: 0),
            input.OptionalChoice("product_currency", Currencies.All)
        );
    }
}
