using System.Collections.Frozen;

namespace DodoUpsell.Emulator.Refunds;

/// <summary>The states of a refund, as they are written on the wire.</summary>
internal static class RefundStatus
{
    public const string Pending = "pending";
    public const string Succeeded = "succeeded";

    /// <summary>All that a list may be filtered by, those the emulator never reaches included.</summary>
    public static FrozenSet<string> All { get; } =
        FrozenSet.Create(StringComparer.Ordinal, Pending, Succeeded, "failed", "review");
}
