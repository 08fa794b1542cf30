using System.Collections.Frozen;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Common;

namespace DodoUpsell.Emulator.Discounts;

/// <summary>The terms of a discount: its value, eligibility, dates and limits.</summary>
internal sealed record DiscountTerms
{
    public const string Percentage = "percentage";
    public const string Flat = "flat";
    public const string FirstTime = "first_time";
    public const string Existing = "existing";
    public const string Specific = "specific";
    public const string Anyone = "any";

    public static FrozenSet<string> Types { get; } = FrozenSet.Create(StringComparer.Ordinal, Percentage, Flat);

    public static FrozenSet<string> Eligibilities { get; } =
        FrozenSet.Create(StringComparer.Ordinal, Anyone, FirstTime, Existing, Specific);

    public required string Code { get; init; }

    public string? Name { get; init; }

    public required string Type { get; init; }

    /// <summary>
    /// Gets the percentage in basis points: 1500 is 15 %. A flat discount takes its amount from the currency options.
    /// </summary>
    public required int Amount { get; init; }

    public IReadOnlyList<CurrencyOption> CurrencyOptions { get; init; } = [];

    public string Eligibility { get; init; } = Anyone;

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public int? UsageLimit { get; init; }

    public int? PerCustomerLimit { get; init; }

    /// <summary>Gets the products that the discount covers. Empty means all products.</summary>
    public IReadOnlyList<string> RestrictedTo { get; init; } = [];

    /// <summary>Gets the number of subscription cycles that the discount reduces, or null for all cycles.</summary>
    public int? SubscriptionCycles { get; init; }

    public bool PreserveOnPlanChange { get; init; }

    public JsonObject Metadata { get; init; } = [];

    /// <summary>Gets the rates by which the default row is converted.</summary>
    public ExchangeRates Rates { get; init; } = ExchangeRates.None;

    public bool IsFlat => Type is Flat;

    public bool Covers(string productId) =>
        RestrictedTo.Count == 0 || RestrictedTo.Contains(productId, StringComparer.Ordinal);

    /// <summary>Gets the row that other currencies are converted from, or null if there is none.</summary>
    public CurrencyOption? DefaultOption =>
        CurrencyOptions.Count == 1 ? CurrencyOptions[0] : CurrencyOptions.FirstOrDefault(option => option.IsDefault);

    /// <summary>
    /// Returns the row of the currency, otherwise the default row converted into it, or null without a row or a rate.
    /// </summary>
    public CurrencyOption? OptionFor(string currency) =>
        CurrencyOptions.FirstOrDefault(option => string.Equals(option.Currency, currency, StringComparison.Ordinal))
        ?? DefaultOption?.In(currency, Rates);
}
