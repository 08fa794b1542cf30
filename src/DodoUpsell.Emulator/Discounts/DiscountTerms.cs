using System.Collections.Frozen;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Common;

namespace DodoUpsell.Emulator.Discounts;

/// <summary>What a discount gives, to whom, when and how often.</summary>
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
    /// Basis points of a percentage: 1500 is 15 %. A flat discount takes its amount from the currency options.
    /// </summary>
    public required int Amount { get; init; }

    public IReadOnlyList<CurrencyOption> CurrencyOptions { get; init; } = [];

    public string Eligibility { get; init; } = Anyone;

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public int? UsageLimit { get; init; }

    public int? PerCustomerLimit { get; init; }

    /// <summary>The products it is for; none means all.</summary>
    public IReadOnlyList<string> RestrictedTo { get; init; } = [];

    /// <summary>How many cycles of a subscription it reduces; null for all.</summary>
    public int? SubscriptionCycles { get; init; }

    public bool PreserveOnPlanChange { get; init; }

    public JsonObject Metadata { get; init; } = [];

    /// <summary>The rates by which the default row is converted.</summary>
    public ExchangeRates Rates { get; init; } = ExchangeRates.None;

    public bool IsFlat => Type is Flat;

    public bool Covers(string productId) =>
        RestrictedTo.Count == 0 || RestrictedTo.Contains(productId, StringComparer.Ordinal);

    /// <summary>The row that other currencies are converted from; null without one.</summary>
    public CurrencyOption? DefaultOption =>
        CurrencyOptions.Count == 1 ? CurrencyOptions[0] : CurrencyOptions.FirstOrDefault(option => option.IsDefault);

    /// <summary>
    /// The row of the currency, else the default row converted into it; null without a row or a rate.
    /// </summary>
    public CurrencyOption? OptionFor(string currency) =>
        CurrencyOptions.FirstOrDefault(option => string.Equals(option.Currency, currency, StringComparison.Ordinal))
        ?? DefaultOption?.In(currency, Rates);
}
