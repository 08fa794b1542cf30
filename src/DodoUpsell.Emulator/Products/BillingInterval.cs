using System.Collections.Frozen;

namespace DodoUpsell.Emulator.Products;

/// <summary>A number of calendar units, such as three months. The end of a month is clamped.</summary>
internal readonly record struct BillingInterval(int Count, string Unit)
{
    public const string Day = "Day";
    public const string Week = "Week";
    public const string Month = "Month";
    public const string Year = "Year";

    public static FrozenSet<string> Units { get; } = FrozenSet.Create(StringComparer.Ordinal, Day, Week, Month, Year);

    public DateTimeOffset After(DateTimeOffset time) => Unit switch
    {
        Day => time.AddDays(Count),
        Week => time.AddDays(7.0 * Count),
        Month => time.AddMonths(Count),
        _ => time.AddYears(Count),
    };
}
