namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>Times as databases keep them: UTC, in whole microseconds.</summary>
/// <remarks>
/// PostgreSQL has microseconds and .NET a tenth of one. Cut off here, a time is the same before and after it was
/// stored. It is kept as <see cref="DateTime"/>, because some databases can store a <see cref="DateTimeOffset"/> and
/// not compare it.
/// </remarks>
internal static class StoredTime
{
    public static DateTime Of(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    public static DateTime? Of(DateTimeOffset? time) => time is { } known ? Of(known) : null;

    // Databases without a type for UTC give back a time of no kind.
    public static DateTimeOffset Read(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    public static DateTimeOffset? Read(DateTime? time) => time is { } known ? Read(known) : null;
}
