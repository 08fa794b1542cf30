namespace DodoUpsell.Emulator.Common;

/// <summary>Converts amounts with the rates of the options.</summary>
internal sealed class ExchangeRates(IReadOnlyDictionary<string, decimal> perDollar)
{
    private const string Dollar = "USD";

    public static ExchangeRates None { get; } = new(new Dictionary<string, decimal>(StringComparer.Ordinal));

    /// <summary>
    /// Returns the number of units of a currency that one US dollar buys, or null if there is no rate.
    /// </summary>
    public decimal? PerDollar(string currency) =>
        currency is Dollar ? 1
        : perDollar.TryGetValue(currency, out var rate) ? rate
        : null;

    /// <summary>
    /// Converts minor units of one currency into those of another, rounded half away from zero. Returns null without a
    /// rate.
    /// </summary>
    public int? Convert(int amount, string from, string to)
    {
        if (PerDollar(from) is not { } source || PerDollar(to) is not { } target)
            return null;

        var major = amount / Currencies.MinorUnits(from) / source * target;
        return (int)
            Math.Min(decimal.Round(major * Currencies.MinorUnits(to), MidpointRounding.AwayFromZero), int.MaxValue);
    }
}
