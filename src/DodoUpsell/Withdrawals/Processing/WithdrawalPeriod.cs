namespace DodoUpsell.Withdrawals;

/// <summary>Calculates the withdrawal period.</summary>
internal static class WithdrawalPeriod
{
    // The last day of the period has ended in every time zone 12 hours after it ended in UTC.
    private static readonly TimeSpan LastDay = TimeSpan.FromHours(36);

    /// <summary>Returns the end of the period: its last day counts in full.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset concludedAt, TimeSpan period) =>
        new DateTimeOffset((concludedAt + period).UtcDateTime.Date, TimeSpan.Zero) + LastDay;

    /// <summary>Returns the earliest time at which a contract was concluded whose period has not ended.</summary>
    public static DateTimeOffset StartOfOpen(DateTimeOffset now, TimeSpan period) =>
        new DateTimeOffset((now - LastDay).UtcDateTime.Date, TimeSpan.Zero) + TimeSpan.FromDays(1) - period;
}
