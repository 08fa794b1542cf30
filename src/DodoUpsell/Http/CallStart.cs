using System.Runtime.InteropServices;

namespace DodoUpsell.Http;

/// <summary>When a call began, by both times of the machine.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CallStart(long Timestamp, DateTimeOffset WallTime)
{
    public static CallStart Now(TimeProvider clock) => new(clock.GetTimestamp(), clock.GetUtcNow());
}
