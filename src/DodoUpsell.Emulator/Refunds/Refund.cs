using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Refunds;

/// <summary>Money that goes back to the customer, for a whole payment or for some of its items.</summary>
internal sealed class Refund
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Payment Payment { get; init; }

    /// <summary>How much of each item goes back, tax included.</summary>
    public required IReadOnlyDictionary<string, int> Items { get; init; }

    public required int Amount { get; init; }

    public required bool IsPartial { get; init; }

    public required JsonObject Metadata { get; init; }

    public string? Reason { get; init; }

    public string Status { get; set; } = RefundStatus.Pending;

    /// <summary>How many answers have shown it as pending.</summary>
    public int PendingReads { get; set; }
}
