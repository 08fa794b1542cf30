using System.Collections.Frozen;

namespace DodoUpsell.Emulator.Products;

/// <summary>A number of calendar units, such as three months. The end of a month is clamped.</summary>
internal readonly record struct BillingInterval(int Count, string Unit)
{
    public const string Day = "Day";
    public const string Week = "Week";
    public const string Month = "Month";
    public const string Year = "Year";

    private const int LatestYear = 9000;
    private const int DaysOfFixedMonth = 30;
    private const int DaysOfFixedYear = 365;

    public static FrozenSet<string> Units { get; } = FrozenSet.Create(StringComparer.Ordinal, Day, Week, Month, Year);

    /// <summary>Returns the same interval in days that do not depend on the calendar.</summary>
    public BillingInterval InFixedDays() =>
        Unit switch
        {
            Month => new BillingInterval(Count * DaysOfFixedMonth, Day),
            Year => new BillingInterval(Count * DaysOfFixedYear, Day),
            _ => this,
        };

    /// <summary>
    /// Returns the time after a number of intervals. It stays within the calendar, however long the interval is.
    /// </summary>
    public DateTimeOffset After(DateTimeOffset time, int times = 1)
    {
        var count = (long)Count * times;
        var years =
            count
            / (
                Unit switch
                {
                    Day => 365.0,
                    Week => 52.0,
                    Month => 12.0,
                    _ => 1.0,
                }
            );
        if (time.Year + years > LatestYear)
            return new DateTimeOffset(LatestYear, 12, 31, 0, 0, 0, TimeSpan.Zero);

        return Unit switch
        {
            Day => time.AddDays(count),
            Week => time.AddDays(7.0 * count),
            Month => time.AddMonths((int)count),
            _ => time.AddYears((int)count),
        };
    }
}
