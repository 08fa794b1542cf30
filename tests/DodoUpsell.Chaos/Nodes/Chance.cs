namespace DodoUpsell.Chaos;

/// <summary>Takes the library's own chance out of a time, so that the same seed gives the same order.</summary>
internal static class Chance
{
    /// <summary>The next full minute: what is added by chance is less.</summary>
    public static DateTimeOffset Out(DateTimeOffset dueAt) =>
        new(dueAt.Ticks - (dueAt.Ticks % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
