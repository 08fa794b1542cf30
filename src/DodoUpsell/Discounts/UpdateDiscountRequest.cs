using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Specifies the changes to a discount code (<c>PATCH /discounts/{discount_id}</c>). Properties that are not set are
/// unchanged.
/// </summary>
public sealed record UpdateDiscountRequest : ApiObject
{
    /// <summary>Gets how the discount is computed.</summary>
    [JsonConverter(typeof(PatchConverter<DiscountType?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<DiscountType?> Type { get; init; }

    /// <summary>
    /// Gets the percentage in basis points (1500 is 15 %) of a <see cref="DiscountType.Percentage"/> code. Must be
    /// between 1 and 10000.
    /// </summary>
    [JsonConverter(typeof(PatchConverter<int?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<int?> Amount { get; init; }

    /// <summary>Gets the amounts that replace all amounts per currency. An empty list removes them.</summary>
    [JsonConverter(typeof(PatchConverter<IReadOnlyList<DiscountCurrencyOption>?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<IReadOnlyList<DiscountCurrencyOption>?> CurrencyOptions { get; init; }

    /// <summary>Gets the code that customers enter, at least 3 characters.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> Code { get; init; }

    /// <summary>Gets your name of the discount.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> Name { get; init; }

    /// <summary>
    /// Gets the ids that replace those of the products to which the discount is restricted. An empty list makes it
    /// apply to all products.
    /// </summary>
    [JsonConverter(typeof(PatchConverter<IReadOnlyList<string>?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<IReadOnlyList<string>?> RestrictedTo { get; init; }

    /// <summary>Gets which customers may redeem the code.</summary>
    [JsonConverter(typeof(PatchConverter<CustomerEligibility?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<CustomerEligibility?> CustomerEligibility { get; init; }

    /// <summary>Gets the maximum number of redemptions. Must be at least 1.</summary>
    [JsonConverter(typeof(PatchConverter<int?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<int?> UsageLimit { get; init; }

    /// <summary>Gets the maximum number of redemptions per customer, or null for no limit.</summary>
    [JsonConverter(typeof(PatchConverter<int?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<int?> PerCustomerUsageLimit { get; init; }

    /// <summary>Gets the number of billing periods of a subscription that the discount reduces.</summary>
    [JsonConverter(typeof(PatchConverter<int?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<int?> SubscriptionCycles { get; init; }

    /// <summary>Gets whether the discount is kept by a plan change that sends no codes.</summary>
    [JsonConverter(typeof(PatchConverter<bool?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<bool?> PreserveOnPlanChange { get; init; }

    /// <summary>Gets the time from which the discount can be redeemed, or null if it can be redeemed at once.</summary>
    [JsonConverter(typeof(PatchConverter<DateTimeOffset?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<DateTimeOffset?> StartsAt { get; init; }

    /// <summary>Gets the time until which the discount can be redeemed.</summary>
    [JsonConverter(typeof(PatchConverter<DateTimeOffset?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<DateTimeOffset?> ExpiresAt { get; init; }

    /// <summary>Gets the metadata that replaces your metadata on the discount.</summary>
    [JsonConverter(typeof(PatchConverter<Metadata?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<Metadata?> Metadata { get; init; }

    internal void Validate()
    {
        var becomesPercentage = Type.IsSet && Type.Value == DiscountType.Percentage;
        if (Amount.IsSet)
            Check.Between(
                Amount.Value,
                becomesPercentage ? 1 : 0,
                becomesPercentage ? 10_000 : int.MaxValue,
                nameof(Amount)
            );
        if (CurrencyOptions.IsSet)
            DiscountCurrencyOption.ValidateAll(CurrencyOptions.Value, nameof(CurrencyOptions));
        if (Code.IsSet)
            Check.LengthAtLeast(Code.Value, 3, nameof(Code));
        if (RestrictedTo.IsSet)
            Check.NoBlanks(RestrictedTo.Value, nameof(RestrictedTo));
        if (UsageLimit.IsSet)
            Check.AtLeast(UsageLimit.Value, 1, nameof(UsageLimit));
        if (PerCustomerUsageLimit.IsSet)
            Check.Between(
                PerCustomerUsageLimit.Value,
                0,
                UsageLimit.Value ?? int.MaxValue,
                nameof(PerCustomerUsageLimit)
            );
        if (SubscriptionCycles.IsSet)
            Check.AtLeast(SubscriptionCycles.Value, 0, nameof(SubscriptionCycles));
        if (StartsAt.IsSet && ExpiresAt.IsSet)
            Check.Later(StartsAt.Value, ExpiresAt.Value, nameof(ExpiresAt), nameof(StartsAt));
        if (Metadata.IsSet)
            Check.Metadata(Metadata.Value, nameof(Metadata));
    }
}
