namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>Converts times to the form in which they are stored: UTC, in whole microseconds.</summary>
/// <remarks>
/// PostgreSQL stores microseconds, while .NET has a resolution of a tenth of a microsecond. Times are truncated here,
/// so that a time is the same before and after it is stored. They are stored as <see cref="DateTime"/>, because some
/// databases can store a <see cref="DateTimeOffset"/> but not compare it.
/// </remarks>
internal static class StoredTime
{
    public static DateTime Of(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    public static DateTime? Of(DateTimeOffset? time) => time is { } known ? Of(known) : null;

    // Databases without a type for UTC return a time of unspecified kind.
    public static DateTimeOffset Read(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    public static DateTimeOffset? Read(DateTime? time) => time is { } known ? Read(known) : null;
}
