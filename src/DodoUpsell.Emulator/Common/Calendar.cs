namespace DodoUpsell.Emulator.Common;

/// <summary>Date arithmetic that stops at the end of the calendar instead of overflowing.</summary>
internal static class Calendar
{
    public static DateTimeOffset Later(this DateTimeOffset time, TimeSpan by) =>
        by > DateTimeOffset.MaxValue - time ? DateTimeOffset.MaxValue : time + by;
}
