using System.Runtime.InteropServices;

namespace DodoUpsell.Http;

/// <summary>The start of a call, as a monotonic timestamp and as wall-clock time.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CallStart(long Timestamp, DateTimeOffset WallTime)
{
    public static CallStart Now(TimeProvider clock) => new(clock.GetTimestamp(), clock.GetUtcNow());
}
