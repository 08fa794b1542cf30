using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Refunds;

/// <summary>A refund of a whole payment or of some of its items.</summary>
internal sealed class Refund
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Payment Payment { get; init; }

    /// <summary>Gets the refunded amount of each item, including tax.</summary>
    public required IReadOnlyDictionary<string, int> Items { get; init; }

    public required int Amount { get; init; }

    public required bool IsPartial { get; init; }

    public required JsonObject Metadata { get; init; }

    public string? Reason { get; init; }

    public string Status { get; set; } = RefundStatus.Pending;

    /// <summary>Gets or sets the number of responses that have shown the refund as pending.</summary>
    public int PendingReads { get; set; }
}
