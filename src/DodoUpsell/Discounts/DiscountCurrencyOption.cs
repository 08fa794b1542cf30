using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>What a discount code does in one currency.</summary>
public sealed record DiscountCurrencyOption : ApiObject
{
    /// <summary>Gets the currency. Always needed.</summary>
    public Currency Currency { get; init; }

    /// <summary>
    /// Gets whether currencies without an option of their own are converted from this one; at most one option may be.
    /// </summary>
    public bool IsDefault { get; init; }

    /// <summary>
    /// Gets what a flat code takes off, or the most that a percentage may, in minor units of <see cref="Currency"/>;
    /// more than 0.
    /// </summary>
    public long? MaxAmountPossible { get; init; }

    /// <summary>Gets <see cref="MaxAmountPossible"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? MaxAmountPossibleMoney => MaxAmountPossible is { } amount ? new Money(amount, Currency) : null;

    /// <summary>
    /// Gets what the cart must come to before discounts, in minor units of <see cref="Currency"/>; 0 for no minimum.
    /// </summary>
    public long MinimumSubtotal { get; init; }

    /// <summary>Gets <see cref="MinimumSubtotal"/> in its currency.</summary>
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
        Check.That(options is null || options.Count(option => option.IsDefault) < 2, name, "has more than one default");
    }
}
