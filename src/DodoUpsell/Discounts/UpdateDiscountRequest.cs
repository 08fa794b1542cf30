using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// What to change about a discount code (<c>PATCH /discounts/{discount_id}</c>). What is not set stays as it is.
/// </summary>
public sealed record UpdateDiscountRequest : ApiObject
{
    /// <summary>Gets how it is computed.</summary>
    [JsonConverter(typeof(PatchConverter<DiscountType?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<DiscountType?> Type { get; init; }

    /// <summary>
    /// Gets the share in basis points, 1 to 10000 (1500 is 15 %), of a <see cref="DiscountType.Percentage"/> code.
    /// </summary>
    [JsonConverter(typeof(PatchConverter<int?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<int?> Amount { get; init; }

    /// <summary>Replaces all amounts per currency; empty removes them.</summary>
    [JsonConverter(typeof(PatchConverter<IReadOnlyList<DiscountCurrencyOption>?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<IReadOnlyList<DiscountCurrencyOption>?> CurrencyOptions { get; init; }

    /// <summary>Gets what customers enter, at least 3 characters.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> Code { get; init; }

    /// <summary>Your name for it.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> Name { get; init; }

    /// <summary>Replaces the ids of the only products it applies to; empty for all.</summary>
    [JsonConverter(typeof(PatchConverter<IReadOnlyList<string>?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<IReadOnlyList<string>?> RestrictedTo { get; init; }

    /// <summary>Gets who may redeem it.</summary>
    [JsonConverter(typeof(PatchConverter<CustomerEligibility?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<CustomerEligibility?> CustomerEligibility { get; init; }

    /// <summary>Gets how often it may be redeemed in all, at least 1.</summary>
    [JsonConverter(typeof(PatchConverter<int?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<int?> UsageLimit { get; init; }

    /// <summary>Gets how often one customer may redeem it; null for no limit.</summary>
    [JsonConverter(typeof(PatchConverter<int?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<int?> PerCustomerUsageLimit { get; init; }

    /// <summary>For how many billing periods it reduces a subscription.</summary>
    [JsonConverter(typeof(PatchConverter<int?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<int?> SubscriptionCycles { get; init; }

    /// <summary>Gets whether it survives a plan change that sends no codes.</summary>
    [JsonConverter(typeof(PatchConverter<bool?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<bool?> PreserveOnPlanChange { get; init; }

    /// <summary>Gets from when it can be redeemed; null for at once.</summary>
    [JsonConverter(typeof(PatchConverter<DateTimeOffset?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<DateTimeOffset?> StartsAt { get; init; }

    /// <summary>Gets until when it can be redeemed.</summary>
    [JsonConverter(typeof(PatchConverter<DateTimeOffset?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<DateTimeOffset?> ExpiresAt { get; init; }

    /// <summary>Replaces your data on the discount.</summary>
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
