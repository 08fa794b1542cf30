namespace DodoUpsell.Chaos;

/// <summary>Removes the SDK's random part from a time, so that the same seed produces the same order.</summary>
internal static class Chance
{
    /// <summary>Returns the next full minute. The random part is shorter than a minute.</summary>
    public static DateTimeOffset Out(DateTimeOffset dueAt) =>
        new(dueAt.Ticks - (dueAt.Ticks % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
