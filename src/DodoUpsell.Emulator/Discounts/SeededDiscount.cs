using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Discounts;

/// <summary>
/// Reads a discount that a test creates, which may be expired or used up. Members that are left out get a default.
/// </summary>
internal static class SeededDiscount
{
    private const int DefaultAmount = 1000;

    private static readonly DiscountTerms Default = new()
    {
        Code = "UNNAMED",
        Type = DiscountTerms.Percentage,
        Amount = DefaultAmount,
    };

    public static (
        DiscountTerms Terms,
        int TimesUsed,
        IReadOnlyList<string> CustomerIds,
        DateTimeOffset CreatedAt
    ) Read(string id, JsonInput input, EmulatorState state)
    {
        var terms = DiscountInput.Patch(input, Default with { Code = CodeFrom(id), Rates = state.ExchangeRates });
        DiscountTermsCheck.Require(terms);
        return (
            terms,
            input.OptionalInt32("times_used", minimum: 0) ?? 0,
            input.OptionalTexts("customer_ids") ?? [],
            input.OptionalTime("created_at") ?? state.Now
        );
    }

    // dsc_spring becomes SPRING.
    private static string CodeFrom(string id)
    {
        var name = id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..].ToUpperInvariant();
        return name.Length < 3 ? $"CODE{name}" : name;
    }
}
