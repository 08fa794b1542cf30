namespace DodoUpsell.Emulator.Common;

/// <summary>Arithmetic with times that ends at the end of the calendar instead of failing there.</summary>
internal static class Calendar
{
    public static DateTimeOffset Later(this DateTimeOffset time, TimeSpan by) =>
        by > DateTimeOffset.MaxValue - time ? DateTimeOffset.MaxValue : time + by;
}
