using System.Collections.Frozen;

namespace DodoUpsell.Emulator.Refunds;

/// <summary>The statuses of a refund, as on the wire.</summary>
internal static class RefundStatus
{
    public const string Pending = "pending";
    public const string Succeeded = "succeeded";

    /// <summary>
    /// Gets all statuses that a list may be filtered by, including those that the emulator never reaches.
    /// </summary>
    public static FrozenSet<string> All { get; } =
        FrozenSet.Create(StringComparer.Ordinal, Pending, Succeeded, "failed", "review");
}
