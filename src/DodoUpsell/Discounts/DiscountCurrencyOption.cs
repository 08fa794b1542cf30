using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>Specifies the effect of a discount code in one currency.</summary>
public sealed record DiscountCurrencyOption : ApiObject
{
    /// <summary>Gets the currency. Always required.</summary>
    public Currency Currency { get; init; }

    /// <summary>
    /// Gets whether the amounts in other currencies without an option of their own are converted from this option. At
    /// most one option may be the default.
    /// </summary>
    public bool IsDefault { get; init; }

    /// <summary>
    /// Gets the reduction by a flat code, or the maximum reduction by a percentage code, in minor units of
    /// <see cref="Currency"/>. Must be greater than 0.
    /// </summary>
    public long? MaxAmountPossible { get; init; }

    /// <summary>Gets <see cref="MaxAmountPossible"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? MaxAmountPossibleMoney => MaxAmountPossible is { } amount ? new Money(amount, Currency) : null;

    /// <summary>
    /// Gets the minimum subtotal of the cart before discounts, in minor units of <see cref="Currency"/>, or 0 for no
    /// minimum.
    /// </summary>
    public long MinimumSubtotal { get; init; }

    /// <summary>Gets <see cref="MinimumSubtotal"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money MinimumSubtotalMoney => new(MinimumSubtotal, Currency);

    internal void Validate(string name)
    {
        Check.Given(Currency, nameof(Currency), name);
        Check.Between<long>(MaxAmountPossible, 1, int.MaxValue, nameof(MaxAmountPossible), name);
        Check.Amount(MinimumSubtotal, nameof(MinimumSubtotal), name);
    }

    internal static void ValidateAll(IReadOnlyList<DiscountCurrencyOption>? options, string name)
    {
        Check.Each(options, name, static (option, path) => option.Validate(path));
        Check.That(
            options is null || options.Count(option => option.IsDefault) < 2,
            name,
            "must not have more than one default option"
        );
    }
}
