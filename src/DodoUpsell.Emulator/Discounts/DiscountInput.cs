using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Discounts;

/// <summary>Reads the terms of a discount: all of them, or the changes of a PATCH.</summary>
internal static class DiscountInput
{
    public static DiscountTerms Create(JsonInput input, Func<string> newCode) =>
        new()
        {
            Code = Code(input) ?? newCode(),
            Name = input.OptionalText("name"),
            Type = Type(input) ?? throw input.Invalid("type", "is required"),
            Amount = input.Int32("amount"),
            CurrencyOptions = Options(input) ?? [],
            Eligibility = Eligibility(input) ?? DiscountTerms.Anyone,
            StartsAt = input.OptionalTime("starts_at"),
            ExpiresAt = input.OptionalTime("expires_at"),
            UsageLimit = input.OptionalInt32("usage_limit"),
            PerCustomerLimit = input.OptionalInt32("per_customer_usage_limit"),
            RestrictedTo = input.OptionalTexts("restricted_to") ?? [],
            SubscriptionCycles = input.OptionalInt32("subscription_cycles"),
            PreserveOnPlanChange = input.Flag("preserve_on_plan_change"),
            Metadata = input.Metadata(),
        };

    /// <summary>
    /// Applies the members that are present. A null clears an optional term: name, times, limits and cycles.
    /// </summary>
    public static DiscountTerms Patch(JsonInput input, DiscountTerms old) =>
        old with
        {
            Code = Code(input) ?? old.Code,
            Name = input.Contains("name") ? input.OptionalText("name") : old.Name,
            Type = Type(input) ?? old.Type,
            Amount = input.OptionalInt32("amount") ?? old.Amount,
            CurrencyOptions = Options(input) ?? old.CurrencyOptions,
            Eligibility = Eligibility(input) ?? old.Eligibility,
            StartsAt = input.Contains("starts_at") ? input.OptionalTime("starts_at") : old.StartsAt,
            ExpiresAt = input.Contains("expires_at") ? input.OptionalTime("expires_at") : old.ExpiresAt,
            UsageLimit = Clearable(input, "usage_limit", old.UsageLimit),
            PerCustomerLimit = Clearable(input, "per_customer_usage_limit", old.PerCustomerLimit),
            RestrictedTo = input.OptionalTexts("restricted_to") ?? old.RestrictedTo,
            SubscriptionCycles = Clearable(input, "subscription_cycles", old.SubscriptionCycles),
            PreserveOnPlanChange = input.OptionalFlag("preserve_on_plan_change") ?? old.PreserveOnPlanChange,
            Metadata = input.OptionalMetadata() ?? old.Metadata,
        };

    private static string? Code(JsonInput input) =>
        input.OptionalText("code") is { Length: > 0 } code ? code.ToUpperInvariant() : null;

    private static string? Type(JsonInput input)
    {
        const string blocked = "flat_per_unit";
        return input.Has("type") && input.OptionalText("type") is blocked
            ? throw ApiException.Unprocessable(
                ErrorCodes.UnsupportedDiscountType,
                $"discounts of type `{blocked}` cannot be created"
            )
            : input.OptionalChoice("type", DiscountTerms.Types);
    }

    private static string? Eligibility(JsonInput input) =>
        input.OptionalChoice("customer_eligibility", DiscountTerms.Eligibilities);

    private static IReadOnlyList<CurrencyOption>? Options(JsonInput input) =>
        input.OptionalObjects("currency_options") is { } rows ? [.. rows.Select(CurrencyOption.Read)] : null;

    private static int? Clearable(JsonInput input, string name, int? old) =>
        input.Contains(name) ? input.OptionalInt32(name) : old;
}
