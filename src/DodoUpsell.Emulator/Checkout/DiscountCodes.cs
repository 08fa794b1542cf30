using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>The discount codes of a request, in the order in which they stack.</summary>
internal static class DiscountCodes
{
    private const int MaximumCodes = 20;

    public static IReadOnlyList<string> Read(JsonInput input)
    {
        string? single = input.OptionalText("discount_code");
        IReadOnlyList<string>? several = input.OptionalTexts("discount_codes");
        if (single is not null && several is not null)
            throw ApiException.InvalidParameters("`discount_code` and `discount_codes` exclude each other");

        IReadOnlyList<string> codes = several ?? (single is null ? [] : [single]);
        return codes.Count <= MaximumCodes
            ? codes
            : throw ApiException.InvalidParameters($"at most {MaximumCodes} discount codes can be stacked");
    }

    /// <summary>Refuses the first code: the emulated business has no discounts, so every code is unknown.</summary>
    public static void RequireKnown(IReadOnlyList<string> codes)
    {
        if (codes.Count > 0)
            throw ApiException.Unprocessable(ErrorCodes.InvalidDiscountCode, $"discount code `{codes[0]}` does not exist");
    }
}
