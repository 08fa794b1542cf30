using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Discounts;

/// <summary>Reads the discount codes of a request, in the order in which they stack.</summary>
internal static class DiscountCodes
{
    private const int MaximumCodes = 20;

    /// <summary>Returns an empty list if the request has no codes.</summary>
    public static IReadOnlyList<string> Read(JsonInput input) => ReadOptional(input) ?? [];

    /// <summary>
    /// Returns null if the request has no list of codes, which a plan change distinguishes from an empty list.
    /// </summary>
    public static IReadOnlyList<string>? ReadOptional(JsonInput input)
    {
        var single = input.OptionalText("discount_code");
        var several = input.OptionalTexts("discount_codes");
        if (single is not null && several is not null)
            throw ApiException.InvalidParameters("`discount_code` and `discount_codes` exclude each other");

        var codes = several ?? (single is null ? null : [single]);
        return codes is null || codes.Count <= MaximumCodes
            ? codes
            : throw ApiException.InvalidParameters($"at most {MaximumCodes} discount codes can be stacked");
    }

    public static Discount? Find(EmulatorState state, string code) =>
        state.Discounts.FirstOrDefault(discount => !discount.IsDeleted && IsCode(discount, code));

    /// <summary>Returns the discounts of the codes, in order. An unknown or repeated code is refused.</summary>
    public static IReadOnlyList<Discount> Require(EmulatorState state, IReadOnlyList<string> codes)
    {
        List<Discount> discounts = [.. codes.Select(code => Find(state, code) ?? throw Unknown(code))];
        return discounts.Distinct().Count() == discounts.Count
            ? discounts
            : throw ApiException.InvalidParameters("a discount code is listed twice");
    }

    public static void RequireFree(EmulatorState state, string code, Discount? except)
    {
        if (state.Discounts.Any(discount => discount != except && !discount.IsDeleted && IsCode(discount, code)))
            throw ApiException.Unprocessable(ErrorCodes.DiscountCodeAlreadyExists, $"the code `{code}` is taken");
    }

    public static ApiException Unknown(string code) =>
        ApiException.Unprocessable(ErrorCodes.InvalidDiscountCode, $"discount code `{code}` does not exist");

    private static bool IsCode(Discount discount, string code) =>
        string.Equals(discount.Terms.Code, code, StringComparison.OrdinalIgnoreCase);
}
